using System.Diagnostics;
using Maillage.Data.Backup;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Benches;

/// <summary>Speed of a backup and of its restoration on SQLite, and the memory that they took.</summary>
public sealed class BackupBench : IBench
{
    private static readonly int[] Sizes = [50_000, 500_000];

    public string Name => "backup";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        foreach (var reports in Sizes)
        {
            using var from = new GeneratedState();
            using var to = new GeneratedState();
            await from.FillAsync(new Random(1), reports, files: 20, fileBytes: 1_000_000, ct);

            var watch = Stopwatch.StartNew();
            var written = await new WriteBackup(from.Database, TimeProvider.System).ExecuteAsync(from.Backup, from.State, ct);
            if (written.Failed)
            {
                return written.Problem;
            }

            var backup = watch.Elapsed;
            watch.Restart();
            var restored = await new RestoreBackup(to.Database).ExecuteAsync(from.Backup, to.State, ct);
            if (restored.Failed)
            {
                return restored.Problem;
            }

            context.Say(
                "verbs.bench.backup", reports, new FileInfo(from.Backup).Length / 1e6, backup.TotalSeconds, reports / backup.TotalSeconds,
                watch.Elapsed.TotalSeconds, reports / watch.Elapsed.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
        }

        return Result.Ok;
    }
}
