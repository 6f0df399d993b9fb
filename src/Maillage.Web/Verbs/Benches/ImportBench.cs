using System.Diagnostics;
using Maillage.Catalogue.Offers.Imports;
using Maillage.Data;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Sylvan.Data.Csv;

namespace Maillage.Web.Verbs.Benches;

/// <summary>
/// Rows per second of an import, beside a bare parse of the same file and the engine's own bulk load of the same rows; then
/// the whole folder, its time and the memory that it took.
/// </summary>
public sealed class ImportBench : IBench
{
    private const string From = "from";
    private const string Pupils = "orion/pupils";
    private const int Times = 3;

    public string Name => "import";

    public IReadOnlyList<string> Options => [From];

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        if (!context.Options.TryGetValue(From, out var from))
        {
            return VerbsProblems.ImportFromMissing();
        }

        if (!Directory.Exists(from))
        {
            return VerbsProblems.ImportFromUnknown(from);
        }

        using var generated = new GeneratedState();
        PrivateStorage.CreateFolder(generated.State);
        var isPostgres = context.Settings.Database.Engine == DatabaseEngine.Postgres;
        var bench = context with { Settings = new() { State = generated.State, Database = isPostgres ? context.Settings.Database : generated.Database } };
        var database = bench.Settings.Database;
        await new ApplyMigrations(database).ExecuteAsync(ct);
        var watch = Stopwatch.StartNew();
        var contents = await FolderContents.ReadAsync(from, ImportedDataSets.All, ct);
        context.Say("verbs.bench.import.recognised", contents.Files.Count, watch.Elapsed.TotalSeconds);
        if (contents.Files.FirstOrDefault(file => file.DataSet.Name == Pupils) is { } pupils)
        {
            await CompareAsync(bench, pupils, ct);
        }

        return await WholeAsync(bench, contents, ct);
    }

    private static async Task CompareAsync(VerbContext context, RecognisedFile file, CancellationToken ct)
    {
        var database = context.Settings.Database;
        var (cold, rows) = await ImportAsync(context, file, ct);
        context.Say("verbs.bench.import.row", context.Texts["verbs.bench.import.cold"], rows, cold.TotalSeconds, rows / cold.TotalSeconds);
        var loads = new List<TimeSpan>();
        for (var time = 0; time < Times; time++)
        {
            await ForgetAsync(database, ct);
            loads.Add((await ImportAsync(context, file, ct)).Elapsed);
        }

        SayRow(context, "verbs.bench.import.warm", rows, loads.Min());
        SayRow(context, "verbs.bench.import.parse", rows, Enumerable.Range(0, Times).Select(_ => Parse(file)).Min());
        SayRow(context, "verbs.bench.import.bulk", rows, await BulkAsync(database, ct));
    }

    private static void SayRow(VerbContext context, string what, int rows, TimeSpan time) =>
        context.Say("verbs.bench.import.row", context.Texts[what], rows, time.TotalSeconds, rows / time.TotalSeconds);

    private static async Task<(TimeSpan Elapsed, int Rows)> ImportAsync(VerbContext context, RecognisedFile file, CancellationToken ct)
    {
        await using var db = context.Settings.Database.NewContext();
        var watch = Stopwatch.StartNew();
        var outcome = await new ImportFile(db, TimeProvider.System).ExecuteAsync(file, RejectFolder.Of(context.Settings.State, context.Texts.Of), null, ct);
        return (watch.Elapsed, outcome.Run.Rows);
    }

    private static async Task ForgetAsync(Database database, CancellationToken ct)
    {
        await using var db = database.NewContext();
        await db.PupilCounts.ExecuteDeleteAsync(ct);
        await db.ImportRuns.ExecuteDeleteAsync(ct);
    }

    /// <summary>Every cell made a text, and nothing else.</summary>
    private static TimeSpan Parse(RecognisedFile file)
    {
        var watch = Stopwatch.StartNew();
        using var csv = CsvDataReader.Create(file.File.FullPath, new CsvDataReaderOptions { CsvStyle = CsvStyle.Lax });
        while (csv.Read())
        {
            for (var place = 0; place < csv.FieldCount; place++)
            {
                csv.GetString(place);
            }
        }

        return watch.Elapsed;
    }

    /// <summary>Rows ready in memory, by a prepared statement or a binary COPY, in a transaction that is then undone.</summary>
    private static async Task<TimeSpan> BulkAsync(Database database, CancellationToken ct)
    {
        await using var db = database.NewContext();
        var rows = await db.PupilCounts.AsNoTracking().ToListAsync(ct);
        var best = TimeSpan.MaxValue;
        for (var time = 0; time < Times; time++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.PupilCounts.ExecuteDeleteAsync(ct);
            var watch = Stopwatch.StartNew();
            await db.BulkInsertAsync(rows, ct);
            best = watch.Elapsed < best ? watch.Elapsed : best;
            await transaction.RollbackAsync(ct);
        }

        return best;
    }

    private static async Task<Result> WholeAsync(VerbContext context, FolderContents contents, CancellationToken ct)
    {
        var starter = await StarterFacts.LoadAsync(context with { Out = TextWriter.Null }, ct);
        if (starter.Failed)
        {
            return starter;
        }

        await ForgetAsync(context.Settings.Database, ct);
        foreach (var pass in (string[])["verbs.bench.import.whole", "verbs.bench.import.again"])
        {
            var watch = Stopwatch.StartNew();
            var rows = 0;
            foreach (var file in contents.Files)
            {
                var (elapsed, read) = await ImportAsync(context, file, ct);
                rows += read;
                context.Say("verbs.bench.import.row", file.DataSet.Name, read, elapsed.TotalSeconds, read / elapsed.TotalSeconds);
            }

            context.Say(pass, contents.Files.Count, rows, watch.Elapsed.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
        }

        return Result.Ok;
    }
}
