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
    /// <summary>A file of a few rows that takes longer will not end.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(1);

    private const string SoakName = "import";

    public string Name => SoakName;

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
        var random = new Random(seed);
        var rejects = new RejectFolder(Path.Combine(folder, "imports"), context.Texts.Of);
        var (unknown, refused, loaded) = (0, 0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            var (path, dataSet) = await MutatedFile.WriteAsync(folder, random, ct);
            try
            {
                using var endless = CancellationTokenSource.CreateLinkedTokenSource(ct);
                endless.CancelAfter(Endless);
                var outcome = await ImportAsync(database, path, dataSet, random, rejects, endless.Token);
                unknown += outcome is null ? 1 : 0;
                refused += outcome?.Refusal is not null ? 1 : 0;
                loaded += outcome is { Refusal: null } ? 1 : 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                return MutatedFile.Failed(SoakName, seed, round, path, dataSet, exception);
            }
        }

        context.Say("verbs.soak.import", rounds, loaded, refused, unknown);
        return Result.Ok;
    }

    /// <summary>Null for a file that is none of the data sets, half of the time loaded all the same as the one it was.</summary>
    private static async Task<ImportOutcome?> ImportAsync(
        Database database, string path, DataSet dataSet, Random random, RejectFolder rejects, CancellationToken ct)
    {
        if (await SourceFile.FindAsync(path, ct) is not { } source)
        {
            return null;
        }

        var recognised = RecognisedFile.Of(source, MutatedFile.DataSets) ?? (random.Next(2) == 0 ? new RecognisedFile(source, dataSet, 0) : null);
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
