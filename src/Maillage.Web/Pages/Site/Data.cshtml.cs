using Maillage.Network.Register;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Maillage.Web.Verbs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Site;

/// <summary>
/// Every data set with its producer, terms, vintage, what was loaded of it and when, and how to take it away; then what was
/// imported from producers' files, as their declarations say it.
/// </summary>
public sealed class DataModel(LatestLoads loads, LatestImports imports, IReadOnlyList<NationalCount> counts) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Imported> Imports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var latest = await loads.ReadAsync(ct);
        Rows = [.. DataSets.All.Select(dataSet => Of(dataSet, [.. dataSet.Files.Where(latest.ContainsKey).Select(file => latest[file])]))];
        var runs = (await imports.CurrentAsync(ct)).ToLookup(run => run.DataSet, StringComparer.Ordinal);
        Imports =
        [
            .. ImportedDataSets.All.Where(dataSet => runs.Contains(dataSet.Name))
                .SelectMany(dataSet => runs[dataSet.Name].Select(run => new Imported(
                    dataSet, run.Vintage, run.Inserted + run.Updated + run.Unchanged, ParisClock.DayOf(run.StartedAt))))
                .OrderBy(row => row.DataSet.Producer, StringComparer.Ordinal).ThenBy(row => row.DataSet.Name, StringComparer.Ordinal).ThenBy(row => row.Vintage, StringComparer.Ordinal),
        ];
    }

    private Row Of(DataSet dataSet, IReadOnlyList<DataSetLoad> read) => dataSet.Code == DataSets.NationalCounts
        ? new Row(dataSet, counts.Count, null)
        : new Row(
            dataSet,
            read.Count == 0 ? null : read.Sum(load => load.Rows),
            read.Count == 0 ? null : ParisClock.DayOf(read.Max(load => load.LoadedAt)));

    /// <param name="DataSet">The data set.</param>
    /// <param name="Count">Rows that it holds here; null when none was loaded.</param>
    /// <param name="LoadedOn">Day of the last load, in Paris.</param>
    public sealed record Row(DataSet DataSet, int? Count, DateOnly? LoadedOn);

    /// <param name="DataSet">What the producer publishes.</param>
    /// <param name="Vintage">Date or year of the file, when it is told.</param>
    /// <param name="Count">Rows that it holds here.</param>
    /// <param name="ImportedOn">Day of the import, in Paris.</param>
    public sealed record Imported(OpenData.Imports.DataSet DataSet, string? Vintage, int Count, DateOnly ImportedOn);
}
