using Maillage.Data.Backup;
using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>Brings a backup into an empty state.</summary>
public sealed class RestoreVerb : IVerb
{
    public string Name => "restore";

    public IReadOnlyList<string> Arguments => ["FILE"];

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var (settings, file) = (context.Settings, context.Arguments[0]);
        var restored = await new RestoreBackup(settings.Database).ExecuteAsync(file, settings.State, ct);
        if (restored.Failed)
        {
            return restored.Problem;
        }

        context.SayContents(restored.Value);
        context.Say("verbs.restore.done", file, restored.Value.CreatedAt);
        return Result.Ok;
    }
}
