using Maillage.Data.Backup;
using Maillage.Publishing;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>
/// Kills the program at random moments of <c>backup</c> and <c>restore</c>: each leaves nothing or all, and the next
/// attempt succeeds.
/// </summary>
public sealed class BackupSoak : ISoak
{
    private const int Reports = 20_000;
    private const int Files = 10;
    private const int FileBytes = 200_000;

    // Kills a little beyond the usual end too: the last instants, when names change, matter most.
    private const double Beyond = 1.2;

    public string Name => "backup";

    public async Task<Result> RunAsync(VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        using var source = new GeneratedState();
        await source.FillAsync(new Random(seed), Reports, Files, FileBytes, ct);
        return await RunAsync(source, SoakTarget.NewSqlite, context, seed, rounds, ct);
    }

    /// <param name="newTarget">An empty state for each restoration, on whichever engine.</param>
    public static async Task<Result> RunAsync(
        GeneratedState source, Func<Task<SoakTarget>> newTarget, VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        var random = new Random(seed);
        var whole = source.Backup;
        var backupTime = await KilledProgram.RunAsync(["backup", whole], source.State, source.Database, whole + ".partial", null, ct);
        TimeSpan restoreTime;
        await using (var target = await newTarget())
        {
            restoreTime = await KilledProgram.RunAsync(["restore", whole], target.State, target.Database, target.State, null, ct);
        }

        var (backups, restorations) = (0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            var file = Path.Combine(source.Folder, $"killed-{round}.zip");
            await KilledProgram.RunAsync(["backup", file], source.State, source.Database, file + ".partial", random.NextDouble() * Beyond * backupTime, ct);
            backups += File.Exists(file) ? 1 : 0;
            await using var target = await newTarget();
            await KilledProgram.RunAsync(["restore", whole], target.State, target.Database, target.State, random.NextDouble() * Beyond * restoreTime, ct);
            if (await CheckBackupAsync(file, source, ct) is { } badBackup)
            {
                return Failed(round, badBackup);
            }

            var (done, badRestoration) = await CheckRestorationAsync(source, target, ct);
            if (badRestoration is not null)
            {
                return Failed(round, badRestoration);
            }

            restorations += done ? 1 : 0;
        }

        context.Say("verbs.soak.backup", rounds, backups, restorations);
        return Result.Ok;
    }

    /// <summary>A backup that is there can be restored; one that is not there can be made.</summary>
    private static async Task<string?> CheckBackupAsync(string file, GeneratedState source, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            var again = await new WriteBackup(source.Database, TimeProvider.System).ExecuteAsync(file, source.State, ct);
            if (again.Failed)
            {
                return again.Problem.Code;
            }
        }

        await using var scratch = await SoakTarget.NewSqlite();
        var restored = await new RestoreBackup(scratch.Database).ExecuteAsync(file, scratch.State, ct);
        File.Delete(file);
        return restored.Failed ? restored.Problem.Code : await DifferenceAsync(source, scratch, ct);
    }

    /// <summary>Once settled, a state holds everything or is empty; an empty one can be restored.</summary>
    private static async Task<(bool Done, string? Failure)> CheckRestorationAsync(GeneratedState source, SoakTarget target, CancellationToken ct)
    {
        await new InterruptedRestore(target.Database).SettleAsync(target.State, ct);
        var again = await new RestoreBackup(target.Database).ExecuteAsync(source.Backup, target.State, ct);
        var done = again.Problem?.Code == "data.restore.folder_not_empty";
        return (done, again.Failed && !done ? again.Problem.Code : await DifferenceAsync(source, target, ct));
    }

    private static async Task<string?> DifferenceAsync(GeneratedState source, SoakTarget target, CancellationToken ct)
    {
        await using var db = target.Database.NewContext();
        var rows = await db.FactReports.CountAsync(ct);
        var files = Directory.GetFiles(Path.Combine(target.State, "files")).Length;
        return rows == source.Reports && files == source.Files && Directory.GetDirectories(target.State).Length == 1
            ? null
            : $"{rows} rows, {files} files in {target.State}";
    }

    private static Result Failed(int round, string what) => new Problem("verbs.soak.failed", round, what);
}
