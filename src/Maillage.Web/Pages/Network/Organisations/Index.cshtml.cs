using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Network.Territories;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Components.Search;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Organisations;

/// <summary>The organisations of the network, by kind, region, campus, words or place.</summary>
public sealed class IndexModel(CurrentRegister current, CurrentGazetteer gazetteer, OrganisationSearch search, OrganisationDirectory directory, Texts texts) : PageModel
{
    public const int PageSize = 20;

    /// <summary>Radii that the page offers around a place.</summary>
    public static readonly IReadOnlyList<string> Radii = ["5", "10", "20", "50", "100"];

    /// <summary>Everything that the address says.</summary>
    public static readonly string[] Parameters = ["q", "kind", "region", "campus", AskedPlace.Field, "radiusKm"];

    public AddressFilters Filters { get; private set; } = null!;

    public OrganisationFilter Filter { get; private set; } = null!;

    public AskedPlace Place { get; private set; } = new();

    /// <summary>The same filters for the API, where a place is a point.</summary>
    public QueryString ApiQuery => Place.Place is { Point: { } point }
        ? Request.ApiQueryOf([.. Parameters.Where(name => name != AskedPlace.Field)]).Add(AskedPlace.Field, point.Written)
        : Request.ApiQueryOf(Parameters);

    public NetworkRegister Register { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public OrganisationsFound Found { get; private set; } = null!;

    /// <summary>Campuses of those shown.</summary>
    public ILookup<Guid, CampusOfOrganisation> Campuses { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Register = await current.GetAsync(ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Number = Filters.Page();
        Filter = ReadFilter(await gazetteer.GetAsync(ct));

        // Who types an identifier wants the one that bears it.
        if (Filter.Text is { } text && (Uai.TryParse(text, out _) || Siret.TryParse(text, out _)) && await directory.FindAsync(text, ct) is { Count: > 0 })
        {
            return Redirect(Url.Content("~/organisations/" + text.Replace(" ", "", StringComparison.Ordinal)));
        }

        Found = await search.PageAsync(Filter, Number, PageSize, ct);
        if (Found.Items.Count == 0 && Found.Total > 0)
        {
            ModelState.AddModelError("", texts["site.filter.bad_page", Number]);
            Number = 1;
            Found = await search.PageAsync(Filter, Number, PageSize, ct);
        }

        Campuses = await directory.CampusesAsync([.. Found.Items.Select(row => row.Organisation.OrganisationId)], ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private OrganisationFilter ReadFilter(Gazetteer communes)
    {
        Place = AskedPlace.InField(Filters, ModelState, communes, texts);
        var campus = Filters.Known("campus", texts["network.organisations.campus"], Register.Campuses.Select(row => row.Slug));
        var radius = Filters.Known("radiusKm", texts["network.organisations.radius"], Radii);
        return new OrganisationFilter
        {
            Kind = Filters.OneOf<OrganisationKind>("kind", texts["network.organisations.kind"]),
            Region = Filters.Known("region", texts["network.search.region"], Register.Regions.Select(region => region.Code)),
            CampusId = campus is null ? null : Register.Campus(campus)!.CampusId,
            Text = Filters.Text("q", OrganisationFilter.TextMaxLength),
            Near = Place.Point,
            RadiusKm = radius is null ? OrganisationFilter.DefaultRadiusKm : double.Parse(radius, System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
