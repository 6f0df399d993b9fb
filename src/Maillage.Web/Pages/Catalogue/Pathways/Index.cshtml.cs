using System.Globalization;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network.Territories;
using Maillage.Search;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Catalogue.Pathways;

/// <summary>The ways up, drawn as a ladder and told as a list; the address holds the question and the route chosen.</summary>
public sealed class IndexModel(CurrentPathways current, CurrentSearchIndex index, CurrentGazetteer gazetteer, TimeProvider clock, Texts texts) : PageModel
{
    private const int MostExamples = 6;

    public AddressFilters Filters { get; private set; } = null!;

    public PathwaySearch Search { get; private set; } = null!;

    public CataloguePathways Pathways { get; private set; } = null!;

    /// <summary>Null while nothing is asked, or nothing understood.</summary>
    public PathwayAnswer? Answer { get; private set; }

    /// <summary>The routes to show; null when there is none.</summary>
    public PathwayView? View { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Pathways = await current.GetAsync(ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Search = new PathwaySearch(Filters, ModelState, Pathways, await index.GetAsync(ct), await gazetteer.GetAsync(ct), clock.Today(), texts);
        if (Search.Asks && ModelState.IsValid)
        {
            Answer = Pathways.Graph.Find(Search.Question);
        }

        if (Answer is { Routes.Count: > 0 })
        {
            View = new PathwayView(Answer, Search.Question, Pathways.Catalogue, Number(Answer.Routes.Count), PathwayQuestion.DefaultRadiusKm);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>Starts that lead far, one a sector, for who does not know what to type.</summary>
    public IReadOnlyList<QualificationRecord> Examples() =>
    [
        .. Pathways.Catalogue.Qualifications
            .Where(row => row.Level == Qualification.LowestLevel && row.SectorCodes.Count > 0 && !row.IsClosedOn(Search.Question.Day))
            .Select(row => (Qualification: row, Steps: Pathways.Catalogue.StepsFrom(row).Count()))
            .Where(row => row.Steps > 0)
            .GroupBy(row => row.Qualification.SectorCodes[0], StringComparer.Ordinal)
            .Select(sector => sector.MaxBy(row => row.Steps))
            .OrderByDescending(row => row.Steps)
            .Take(MostExamples)
            .Select(row => row.Qualification),
    ];

    /// <summary>The same question for the API.</summary>
    public string ApiAddress() => "/api/v1/pathways" + QueryString.Create(new (string Name, string? Value)[]
    {
        ("from", Search.From?.Slug),
        ("fromLevel", Search.Question.FromLevel?.ToString(CultureInfo.InvariantCulture)),
        ("occupation", Search.ToOccupation?.Rome),
        ("toLevel", Search.Question.ToLevel?.ToString(CultureInfo.InvariantCulture)),
        ("mode", Search.Question.Mode?.ToCode()),
        ("near", Search.Place.Point?.Written),
    }.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private int Number(int routes)
    {
        var numbers = Enumerable.Range(1, routes).Select(number => number.ToString(CultureInfo.InvariantCulture));
        return Filters.Known("route", texts["catalogue.pathways.route_field"], numbers) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
    }
}
