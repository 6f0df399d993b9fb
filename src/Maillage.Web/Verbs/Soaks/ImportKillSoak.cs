using System.Globalization;
using Maillage.Catalogue.Offers.Imports;
using Maillage.Data;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>Kills the program at random moments of an import: what it holds is what it held or what the file says, never between.</summary>
public sealed class ImportKillSoak : ISoak
{
    private const string Pupils = "orion/pupils";
    private const int Rows = 40_000;

    // Kills a little beyond the usual end too: the last instants, when all becomes seen, matter most.
    private const double Beyond = 1.2;

    public string Name => "import-kill";

    public async Task<Result> RunAsync(VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        using var generated = new GeneratedState();
        var database = context.Settings.Database.Engine == DatabaseEngine.Postgres ? context.Settings.Database : generated.Database;
        return await RunAsync(database, generated.State, Rows, context, seed, rounds, ct);
    }

    /// <param name="database">A database that nothing else uses.</param>
    /// <param name="state">A state folder for it.</param>
    /// <param name="rows">How many rows each file has.</param>
    public static async Task<Result> RunAsync(Database database, string state, int rows, VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        PrivateStorage.CreateFolder(state);
        await new ApplyMigrations(database).ExecuteAsync(ct);
        var random = new Random(seed);
        var file = Path.Combine(state, "pupils.csv");
        var rejects = RejectFolder.Of(state, context.Texts.Of).Path;
        var (held, after, took) = (0, 0, TimeSpan.Zero);
        for (var round = 0; round <= rounds; round++)
        {
            var figure = round + 1;
            await File.WriteAllTextAsync(file, TextOf(figure, rows), ct);
            if (Directory.Exists(rejects))
            {
                Directory.Delete(rejects, recursive: true);
            }

            // The first row is rejected: the folder of rejects shows that the reading began.
            string[] command = ["import", Pupils, "--from", file, "--starter", "none"];
            var ran = await KilledProgram.RunAsync(command, state, database, rejects, round == 0 ? null : random.NextDouble() * Beyond * took, ct);
            took = round == 0 ? ran : took;
            var (least, most, count, runs) = await StateAsync(database, ct);
            after += most == figure ? 1 : 0;
            if (least != most || count != rows || (most != held && most != figure) || runs != after)
            {
                return new Problem("verbs.soak.failed", round, $"{count} rows from {least} to {most}, {runs} runs; {held} before, {figure} in the file");
            }

            held = most;
        }

        context.Say("verbs.soak.import_kill", rounds, database.Engine, rounds + 1 - after, after - 1);
        return Result.Ok;
    }

    /// <summary>Every row of a file bears the same figure, which is another in each file.</summary>
    private static string TextOf(int figure, int rows) =>
        "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n2020;;;1\n"
        + string.Concat(Enumerable.Range(0, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"2020;0440034Y;{row:D11};{figure}\n")));

    /// <summary>The least and the greatest figure of the rows, how many there are, and how many imports say that they succeeded.</summary>
    private static async Task<(int Least, int Most, int Count, int Runs)> StateAsync(Database database, CancellationToken ct)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (database.Engine == DatabaseEngine.Postgres)
        {
            // The server may still be at what the killed program asked.
            await db.Database.ExecuteSqlAsync($"LOCK TABLE pupil_counts IN ACCESS EXCLUSIVE MODE", ct);
        }

        var counts = db.PupilCounts;
        return (
            await counts.MinAsync(row => row.Enrolled, ct) ?? 0,
            await counts.MaxAsync(row => row.Enrolled, ct) ?? 0,
            await counts.CountAsync(ct),
            await db.ImportRuns.CountAsync(run => run.State == ImportState.Succeeded, ct));
    }
}
