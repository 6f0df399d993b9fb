using Maillage.Data.Backup;
using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>Saves tables and files in one archive.</summary>
public sealed class BackupVerb : IVerb
{
    public string Name => "backup";

    public IReadOnlyList<string> Arguments => ["FILE"];

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var (settings, file) = (context.Settings, context.Arguments[0]);
        await new InterruptedRestore(settings.Database).SettleAsync(settings.State, ct);
        var written = await new WriteBackup(settings.Database, TimeProvider.System).ExecuteAsync(file, settings.State, ct);
        if (written.Failed)
        {
            return written.Problem;
        }

        context.SayContents(written.Value);
        context.Say("verbs.backup.done", file, new FileInfo(file).Length);
        return Result.Ok;
    }
}
