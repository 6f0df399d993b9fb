using System.Text.Json.Nodes;
using Maillage.Catalogue;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Onisep;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network;
using Maillage.Network.Register;
using Maillage.Network.Territories;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Components.Search;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Catalogue.Qualifications;

/// <summary>The page of a qualification: what it is, where it leads, what comes before and after, where it is prepared.</summary>
public sealed class QualificationModel(
    CurrentRegister currentRegister, CurrentCatalogue currentCatalogue, CurrentGazetteer gazetteer, OnisepSheets sheets, Texts texts, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;

    /// <summary>The parameters by which the places are narrowed.</summary>
    public static readonly string[] Parameters = ["region", "mode", "near", "radiusKm"];

    public QualificationRecord Qualification { get; private set; } = null!;

    public NetworkRegister Register { get; private set; } = null!;

    public NationalCatalogue Catalogue { get; private set; } = null!;

    public IReadOnlyList<Sector> Sectors { get; private set; } = [];

    public IReadOnlyList<OccupationRecord> Occupations { get; private set; } = [];

    public IReadOnlyList<CampusRecord> Campuses { get; private set; } = [];

    /// <summary>What can come before it, the surest first.</summary>
    public IReadOnlyList<PathwayStep> Before { get; private set; } = [];

    /// <summary>What can come after it, the surest first; what replaces it stands apart.</summary>
    public IReadOnlyList<PathwayStep> After { get; private set; } = [];

    /// <summary>Diplomas that replace it.</summary>
    public IReadOnlyList<PathwayStep> Renewals { get; private set; } = [];

    /// <summary>Every offer of it, whatever the filters.</summary>
    public IReadOnlyList<OfferRecord> Offers { get; private set; } = [];

    /// <summary>What Onisep writes of it; null when it has no sheet of it.</summary>
    public OnisepTrainingSheet? Sheet { get; private set; }

    public bool IsClosed { get; private set; }

    public AddressFilters Filters { get; private set; } = null!;

    public AskedPlace Place { get; private set; } = new();

    public OfferFilter Filter { get; private set; } = null!;

    public OffersFound Found { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    /// <summary>Figures of the last known year, over the places found.</summary>
    public Enrolment Enrolment { get; private set; } = null!;

    /// <summary>Who tells what is shown of the places.</summary>
    public IEnumerable<string> FigureSources => Found.Items.Select(row => row.Offer).Sources();

    public JsonObject Data { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken ct)
    {
        Catalogue = await currentCatalogue.GetAsync(ct);
        if (Catalogue.Qualification(slug ?? "") is not { } qualification)
        {
            return ByCode((slug ?? "").ToUpperInvariant());
        }

        Register = await currentRegister.GetAsync(ct);
        Qualification = qualification;
        IsClosed = qualification.IsClosedOn(clock.Today());
        Sectors = [.. Register.Sectors.Where(sector => qualification.SectorCodes.Contains(sector.Code, StringComparer.Ordinal))];
        Occupations = [.. qualification.RomeCodes.Select(Catalogue.Occupation).OfType<OccupationRecord>()];
        Campuses = [.. qualification.CampusSlugs.Select(Register.Campus).OfType<CampusRecord>()];
        Before = [.. Catalogue.StepsTo(qualification)];
        var steps = Catalogue.StepsFrom(qualification).ToLookup(step => step.Basis is PathwayBasis.Renewal);
        (Renewals, After) = ([.. steps[true]], [.. steps[false]]);
        Offers = [.. Catalogue.OffersOf(qualification)];
        ReadPlaces(qualification, await gazetteer.GetAsync(ct));
        Sheet = qualification.Cfd is { } cfd ? await sheets.OfDiplomaAsync(cfd, ct) : null;
        Data = QualificationData.Of(this, Request, texts);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    /// <summary>Who knows the code of a diploma finds its page; several options of one may share a number.</summary>
    private RedirectResult ByCode(string code)
    {
        var isNumber = CatalogueCodes.Rncp.Matches(code);
        var found = Catalogue.QualificationOfCfd(code) is { } qualification ? [qualification]
            : isNumber ? new QualificationFilter { Rncp = code }.Apply(Catalogue)
            : [];
        return found switch
        {
            [] => throw new NotFound("The qualification"),
            [var one] => Redirect(Url.Content($"~/formations/{one.Slug}")),
            _ => Redirect(Url.Content($"~/formations?q={code}")),
        };
    }

    private void ReadPlaces(QualificationRecord qualification, Gazetteer communes)
    {
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Place = AskedPlace.InField(Filters, ModelState, communes, texts);
        Filter = Filters.Places(Register, Place, texts) with { Qualification = qualification };
        var found = Filter.Apply(Catalogue);
        Enrolment = Enrolment.Of(found, schoolYear: null);
        Number = Filters.PageWithin(found.Count, PageSize);
        Found = Filter.Page(Catalogue, Number, PageSize);
    }
}
