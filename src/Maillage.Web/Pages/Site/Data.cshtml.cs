using Maillage.Network.Register;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Site;

/// <summary>Every data set with its producer, terms, vintage, what was loaded of it and when, and how to take it away.</summary>
public sealed class DataModel(LatestLoads loads, IReadOnlyList<NationalCount> counts) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var latest = await loads.ReadAsync(ct);
        Rows = [.. DataSets.All.Select(dataSet => Of(dataSet, [.. dataSet.Files.Where(latest.ContainsKey).Select(file => latest[file])]))];
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
}
