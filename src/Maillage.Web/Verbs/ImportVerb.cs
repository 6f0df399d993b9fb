using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>Loads producers' files, of every data set or of one, from a folder or from where they are published, or reports on what was loaded.</summary>
public sealed class ImportVerb : IVerb
{
    private const string All = "all";
    private const string Report = "report";
    private const string From = "from";

    /// <summary>Data set of which a file may lack more than half of the rows known.</summary>
    private const string AcceptLoss = "accept-loss";

    public string Name => "import";

    public IReadOnlyList<string> Arguments => ["all|NAME|report"];

    public IReadOnlyList<string> Options => [From, AcceptLoss, StarterFacts.Option];

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var asked = context.Arguments[0];
        var dataSets = ImportedDataSets.All;
        if (asked is not (All or Report) && dataSets.All(dataSet => dataSet.Name != asked))
        {
            return VerbsProblems.UnknownName(Name, asked, [All, Report, .. dataSets.Select(dataSet => dataSet.Name)]);
        }

        if (context.Options.TryGetValue(AcceptLoss, out var lost) && dataSets.All(dataSet => dataSet.Name != lost))
        {
            return VerbsProblems.UnknownName(Name, lost, dataSets.Select(dataSet => dataSet.Name));
        }

        var from = context.Options.GetValueOrDefault(From);
        var wanted = dataSets.Where(dataSet => asked is All || dataSet.Name == asked).ToList();
        if (from is null && wanted is [{ Resource: null } only])
        {
            return VerbsProblems.ImportNoAddress(only.Name);
        }

        if (from is not null && !Directory.Exists(from) && !File.Exists(from))
        {
            return VerbsProblems.ImportFromUnknown(from);
        }

        var prepared = await PreparedState.OpenAsync(context, ct);
        if (prepared.Failed)
        {
            return prepared;
        }

        if (asked == Report)
        {
            await ImportReport.SayAsync(context, ct);
            return Result.Ok;
        }

        // What is imported joins the facts that travel with the product, which therefore come first.
        var starter = await StarterFacts.LoadAsync(context, ct);
        return starter.Failed ? starter : await LoadAsync(context, asked, from, wanted, ct);
    }

    private static async Task<Result> LoadAsync(VerbContext context, string asked, string? from, IReadOnlyList<DataSet> wanted, CancellationToken ct)
    {
        var (contents, refused) = from is null ? await ImportDownloads.FetchAsync(context, wanted, ct) : (await FilesAsync(asked, from, ct), 0);
        var folder = RejectFolder.Of(context.Settings.State, context.Texts.Of);
        foreach (var file in contents.Files)
        {
            await using var db = context.Settings.Database.NewContext();
            using var progress = new ImportProgress(context, file.DataSet.Name);
            var import = new ImportFile(db, TimeProvider.System) { AcceptsLoss = context.Options.GetValueOrDefault(AcceptLoss) == file.DataSet.Name };
            var outcome = await import.ExecuteAsync(file, folder, progress.Say, ct);
            progress.Dispose();
            refused += outcome.Refusal is null ? 0 : 1;
            await SayAsync(context, outcome, folder);
        }

        foreach (var (file, other) in contents.Replaced)
        {
            context.Say("verbs.import.replaced", file.File.Name, other.File.Name, file.DataSet.Name);
        }

        foreach (var file in asked == All ? contents.Unknown : [])
        {
            context.Say("verbs.import.unknown", file);
        }

        return from is not null && contents.Files.Count == 0 ? VerbsProblems.ImportNothing(from) : refused > 0 ? VerbsProblems.ImportRefused(refused) : Result.Ok;
    }

    /// <summary>Those of one data set are recognised among all: what is another's more surely is not taken for this one.</summary>
    private static async Task<FolderContents> FilesAsync(string asked, string from, CancellationToken ct)
    {
        var contents = await FolderContents.ReadAsync(from, ImportedDataSets.All, ct);
        if (asked == All)
        {
            return contents;
        }

        if (contents.Files.Count == 0 && File.Exists(from) && await SourceFile.FindAsync(from, ct) is { } file)
        {
            // Named by the person: the import itself says what the file lacks.
            return new FolderContents([new RecognisedFile(file, ImportedDataSets.All.First(dataSet => dataSet.Name == asked), 0)], [], []);
        }

        return contents with
        {
            Files = [.. contents.Files.Where(found => found.DataSet.Name == asked)],
            Replaced = [.. contents.Replaced.Where(found => found.File.DataSet.Name == asked)],
        };
    }

    private static async Task SayAsync(VerbContext context, ImportOutcome outcome, RejectFolder folder)
    {
        var run = outcome.Run;
        if (outcome.Refusal is { } refusal)
        {
            await context.Error.WriteLineAsync($"{run.DataSet} — {context.Texts.Of(refusal)}");
        }
        else if (outcome.IsUnchanged)
        {
            context.Say("verbs.import.already", run.DataSet, run.FileName, run.Unchanged);
        }
        else
        {
            var seconds = Math.Max(run.Milliseconds, 1) / 1000.0;
            context.Say(
                "verbs.import.done", run.DataSet, run.Rows, run.FileName, run.Inserted, run.Updated, run.Unchanged, run.Rejected, run.Vanished, seconds, run.Rows / seconds);
        }

        if (run.RejectFile is { } rejects && !outcome.IsUnchanged)
        {
            context.Say("verbs.import.rejects", Path.Combine(folder.Path, rejects));
        }
    }
}
