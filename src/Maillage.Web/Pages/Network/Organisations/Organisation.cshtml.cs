using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Components.Map;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Organisations;

/// <summary>
/// The page of an organisation: what is known of it, by which source, its campuses and its neighbours. A UAI or a SIRET in
/// the address leads to it.
/// </summary>
public sealed class OrganisationModel(
    OrganisationDirectory directory, OrganisationSearch search, CurrentRegister current, CurrentCatalogue catalogue, FranceMap map) : PageModel
{
    public const double NeighbourKm = 20;
    private const int MaxNeighbours = 12;

    public Organisation Organisation { get; private set; } = null!;

    public NetworkRegister Register { get; private set; } = null!;

    /// <summary>Where it is drawn; null when no source tells its place.</summary>
    public MapPlace? Place { get; private set; }

    public FranceMap Map => map;

    /// <summary>Campuses in which a text names it.</summary>
    public IReadOnlyList<CampusOfOrganisation> Named { get; private set; } = [];

    /// <summary>Campuses whose sector it serves on their territory, without any text naming it.</summary>
    public IReadOnlyList<CampusOfOrganisation> OfSector { get; private set; } = [];

    /// <summary>Campuses in which we deduce another role for it from a general rule or a title.</summary>
    public IReadOnlyList<CampusOfOrganisation> Deduced { get; private set; } = [];

    /// <summary>What it prepares, by level and name.</summary>
    public IReadOnlyList<OfferedQualification> Trainings { get; private set; } = [];

    /// <summary>Who tells it.</summary>
    public IEnumerable<string> TrainingSources => Trainings.SelectMany(row => row.Offers).Sources();

    /// <summary>Others nearby: of the same campuses when it has some, of any campus or none otherwise.</summary>
    public IReadOnlyList<OrganisationFound> Neighbours { get; private set; } = [];

    public bool HasCampuses => Named.Count + OfSector.Count + Deduced.Count > 0;

    /// <summary>What no source tells yet, as keys of the texts.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>Those that share the SIRET asked for.</summary>
    public IReadOnlyList<Organisation> Candidates { get; private set; } = [];

    public GeoPoint? Point => Organisation is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null;

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken ct)
    {
        // A blank slug reaches pages as null.
        switch (await directory.FindAsync(slug ?? "", ct))
        {
            case []:
                throw new NotFound("The organisation");
            case [var organisation] when !string.Equals(organisation.Slug, slug, StringComparison.Ordinal):
                return RedirectPermanent(Url.Content("~/organisations/" + organisation.Slug));
            case [var organisation]:
                await ShowAsync(organisation, ct);
                return Page();
            case var several:
                Candidates = several;
                Response.StatusCode = StatusCodes.Status300MultipleChoices;
                return Page();
        }
    }

    private async Task ShowAsync(Organisation organisation, CancellationToken ct)
    {
        Organisation = organisation;
        Register = await current.GetAsync(ct);
        var campuses = await directory.CampusesAsync(organisation.OrganisationId, ct);
        Named = [.. campuses.Where(row => row.Membership.Basis is MembershipBasis.Source)];
        OfSector = [.. campuses.Where(row => row.Membership is { Basis: MembershipBasis.Curated, Role: MembershipRole.Member })];
        Deduced = [.. campuses.Where(row => row.Membership is { Basis: MembershipBasis.Curated, Role: not MembershipRole.Member })];
        Trainings = OfferedQualification.Of((await catalogue.GetAsync(ct)).OffersAt(organisation.Slug));
        Missing = [.. MissingFacts()];
        if (Point is { } point)
        {
            Place = map.Place(point);
            Neighbours = await NeighboursAsync(point, [.. campuses.Select(row => row.Campus.CampusId).Distinct()], ct);
        }
    }

    private async Task<IReadOnlyList<OrganisationFound>> NeighboursAsync(GeoPoint point, IReadOnlyList<Guid> campuses, CancellationToken ct)
    {
        var around = new OrganisationFilter { Near = point, RadiusKm = NeighbourKm };
        var found = new List<OrganisationFound>();
        foreach (var filter in campuses.Count == 0 ? [around] : campuses.Select(campusId => around with { CampusId = campusId }))
        {
            found.AddRange((await search.PageAsync(filter, 1, MaxNeighbours + 1, ct)).Items);
        }

        return
        [
            .. found.Where(row => row.Organisation.OrganisationId != Organisation.OrganisationId)
                .DistinctBy(row => row.Organisation.OrganisationId)
                .OrderBy(row => row.DistanceKm)
                .Take(MaxNeighbours),
        ];
    }

    private IEnumerable<string> MissingFacts()
    {
        if (Organisation.Uai is null && Organisation.Kind.Family() is OrganisationFamily.School or OrganisationFamily.HigherEducation)
        {
            yield return "uai";
        }

        if (Organisation.Siret is null)
        {
            yield return "siret";
        }

        if (Organisation.Address is null)
        {
            yield return "address";
        }

        if (Organisation.Website is null)
        {
            yield return "website";
        }

        if (Organisation is { Email: null, Telephone: null })
        {
            yield return "contact";
        }

        if (!HasCampuses)
        {
            yield return "campus";
        }
    }
}
