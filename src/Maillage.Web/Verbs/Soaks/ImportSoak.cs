using System.Globalization;
using Maillage.Data;
using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>
/// Imports damaged files, in the shape of each data set: none makes the import fail otherwise than by a refusal, none is
/// endless, and what is refused leaves the tables as they were.
/// </summary>
public sealed class ImportSoak : ISoak
{
    private const int MostRows = 12;

    /// <summary>A file of a few rows that takes longer will not end.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(1);

    public string Name => "import";

    public async Task<Result> RunAsync(VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        using var generated = new GeneratedState();
        PrivateStorage.CreateFolder(generated.State);
        await new ApplyMigrations(generated.Database).ExecuteAsync(ct);
        return await RunAsync(generated.Database, generated.Folder, context, seed, rounds, ct);
    }

    /// <param name="database">A database that nothing else uses.</param>
    /// <param name="folder">Where files are written.</param>
    public static async Task<Result> RunAsync(Database database, string folder, VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        // XML has shapes of its own, which its data sets read.
        var dataSets = ImportedDataSets.All.Where(dataSet => dataSet.Xml is null).ToList();
        var random = new Random(seed);
        var rejects = new RejectFolder(Path.Combine(folder, "imports"), context.Texts.Of);
        var (unknown, refused, loaded) = (0, 0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            var dataSet = dataSets[random.Next(dataSets.Count)];
            var text = random.Next(5) == 0 ? SampleFile.Json(dataSet, random, random.Next(MostRows)) : SampleFile.Csv(dataSet, random, random.Next(MostRows));
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"file-{2000 + random.Next(30)}.csv"));
            await File.WriteAllBytesAsync(path, MutatedFile.Of(text, random), ct);
            try
            {
                using var endless = CancellationTokenSource.CreateLinkedTokenSource(ct);
                endless.CancelAfter(Endless);
                var outcome = await ImportAsync(database, path, dataSet, dataSets, random, rejects, endless.Token);
                unknown += outcome is null ? 1 : 0;
                refused += outcome?.Refusal is not null ? 1 : 0;
                loaded += outcome is { Refusal: null } ? 1 : 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                var kept = Path.Combine(Path.GetTempPath(), $"maillage-soak-import-{seed}-{round}.csv");
                File.Copy(path, kept, overwrite: true);
                return new Problem("verbs.soak.failed", round, $"{dataSet.Name}, {kept}: {exception.GetType().Name} {exception.Message.ReplaceLineEndings(" ")}");
            }
        }

        context.Say("verbs.soak.import", rounds, loaded, refused, unknown);
        return Result.Ok;
    }

    /// <summary>Null for a file that is none of the data sets, half of the time loaded all the same as the one it was.</summary>
    private static async Task<ImportOutcome?> ImportAsync(
        Database database, string path, DataSet dataSet, IReadOnlyList<DataSet> dataSets, Random random, RejectFolder rejects, CancellationToken ct)
    {
        if (await SourceFile.FindAsync(path, ct) is not { } source)
        {
            return null;
        }

        var recognised = RecognisedFile.Of(source, dataSets) ?? (random.Next(2) == 0 ? new RecognisedFile(source, dataSet, 0) : null);
        if (recognised is null)
        {
            return null;
        }

        await using var db = database.NewContext();
        var before = await RowsAsync(db, recognised.DataSet, ct);
        var outcome = await new ImportFile(db, TimeProvider.System).ExecuteAsync(recognised, rejects, null, ct);
        var after = await RowsAsync(db, recognised.DataSet, ct);
        var expected = outcome.IsUnchanged || outcome.Refusal is not null ? before : before + outcome.Run.Inserted - outcome.Run.Vanished;
        return after == expected ? outcome : throw new InvalidOperationException($"{after} rows, {expected} expected.");
    }

    private static async Task<int> RowsAsync(MaillageDb db, DataSet dataSet, CancellationToken ct)
    {
        var rows = 0;
        foreach (var fill in dataSet.Fills)
        {
            rows += await fill.CountAsync(db, ct);
        }

        return rows;
    }
}
