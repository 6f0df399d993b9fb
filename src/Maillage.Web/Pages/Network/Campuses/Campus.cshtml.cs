using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Publishing.Agenda;
using Maillage.Publishing.Articles;
using Maillage.Publishing.Documents;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Components.Map;
using Maillage.Web.Components.Network;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Campuses;

/// <summary>The page of a campus: what is known of it, by which source and when, its network, its neighbours, what is missing.</summary>
public sealed class CampusModel(
    CurrentRegister current, CurrentCatalogue catalogue, CampusMembers campusMembers, ReadArticles articles, ReadAgenda agenda, ReadDocuments documents, PublicActions actions, OrganisationDirectory organisations, FranceMap map, TimeProvider clock) : PageModel
{
    /// <summary>More are behind a link, not on the page.</summary>
    public const int MaxTrainingsOfALevel = 8;

    private const int MaxNeighbours = 6;
    private const int MaxNews = 3;

    public CampusOnDay OnDay { get; private set; } = null!;

    public CampusRecord Campus => OnDay.Campus;

    /// <summary>Those that a text names, then the schools of the sector, by family.</summary>
    public IReadOnlyList<CampusMember> Members { get; private set; } = [];

    /// <summary>What its members prepare in its offer, by level and name.</summary>
    public IReadOnlyList<OfferedQualification> Trainings { get; private set; } = [];

    /// <summary>What it shares with everyone.</summary>
    public IReadOnlyList<ListedDocument> Documents { get; private set; } = [];

    /// <summary>What it shows everyone of its plan, by axis.</summary>
    public ILookup<Guid, PublicAction> Actions { get; private set; } = null!;
    /// <summary>What it says of itself; null when it says nothing.</summary>
    public Article? Presentation { get; private set; }

    /// <summary>Its latest news.</summary>
    public IReadOnlyList<Article> News { get; private set; } = [];

    /// <summary>What is next in its agenda.</summary>
    public IReadOnlyList<AgendaEvent> Agenda { get; private set; } = [];

    /// <summary>The support institution, when it is recorded.</summary>
    public Organisation? Head { get; private set; }

    public CampusRecord? Successor { get; private set; }

    /// <summary>Campuses that were merged into this one.</summary>
    public IReadOnlyList<CampusRecord> Predecessors { get; private set; } = [];

    public IReadOnlyList<Neighbour> SameSector { get; private set; } = [];

    public IReadOnlyList<Neighbour> SameRegion { get; private set; } = [];

    public CampusListing Listing { get; private set; } = null!;

    public MapPlace? Place { get; private set; }

    public FranceMap Map => map;

    /// <summary>The members whose place is known; null when there is none.</summary>
    public MapView? PartnerMap { get; private set; }

    public LabelTimeline Timeline { get; private set; } = null!;

    /// <summary>What no source tells yet, as keys of the texts.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public IEnumerable<CampusMember> Carriers => Members.Where(member => member.Membership.Role is MembershipRole.Carrier);

    public async Task OnGetAsync(string? slug, CancellationToken ct)
    {
        var today = clock.Today();
        var register = await current.GetAsync(ct);
        var campus = register.Campus(slug ?? "") ?? throw new NotFound("The campus");
        OnDay = campus.On(today);
        Members = await campusMembers.OfAsync(campus.CampusId, ct);
        Presentation = await articles.PresentationAsync(campus.CampusId, ct);
        (News, _) = await articles.NewsAsync([campus.CampusId], page: 1, MaxNews, ct);
        Agenda = await agenda.ToComeAsync(campus.CampusId, MaxNews, ct);
        Documents = await documents.PublicAsync(campus.CampusId, ct);
        Actions = await actions.OfAsync(campus.CampusId, ct);
        Head = Members.FirstOrDefault(member => member.Membership.Role is MembershipRole.Head)?.Organisation
            ?? (campus.HeadInstitutionUai is { } uai && await organisations.FindAsync(uai.Value, ct) is [var head, ..] ? head : null);
        Successor = campus.SuccessorSlug is { } successor ? register.Campus(successor) : null;
        Predecessors = [.. register.Campuses.Where(other => string.Equals(other.SuccessorSlug, campus.Slug, StringComparison.Ordinal))];

        var places = map.PlacesOf(register);
        Place = places.GetValueOrDefault(campus.Slug);
        Listing = new CampusListing([OnDay], places, map) { FitsMarkers = true };
        SameSector = Neighbours(register, other => other.Sector.Code == campus.Sector.Code, today);
        SameRegion = Neighbours(register, other => other.Regions.Intersect(campus.Regions).Any() && other.Sector.Code != campus.Sector.Code, today);
        PartnerMap = MapOf(Members);
        var national = await catalogue.GetAsync(ct);
        Trainings = OfferedQualification.Of(CampusOffer.Of(national, campus).In(national));
        Timeline = LabelTimeline.Of(campus.LabelPeriods, today);
        Missing = [.. MissingFacts()];
    }

    private MapView? MapOf(IReadOnlyList<CampusMember> members)
    {
        var markers = members
            .Select(member => (member.Organisation, Place: map.PlaceOf(member.Organisation)))
            .Where(member => member.Place is not null)
            .Select(member => member.Organisation.Marker(member.Place!))
            .ToList();
        return markers.Count == 0 ? null : new MapView(map, markers) { FitsMarkers = true };
    }

    private List<Neighbour> Neighbours(NetworkRegister register, Func<CampusRecord, bool> isNear, DateOnly today) =>
    [
        .. register.Campuses
            .Where(other => other.CampusId != Campus.CampusId && isNear(other))
            .Select(other => new Neighbour(other.On(today), Campus.Seat?.Point is { } here ? other.Seat?.Point.DistanceKm(here) : null))
            .OrderBy(neighbour => neighbour.DistanceKm ?? double.MaxValue)
            .ThenByDescending(neighbour => neighbour.Campus.Campus.Regions.Intersect(Campus.Regions).Any())
            .Take(MaxNeighbours),
    ];

    private IEnumerable<string> MissingFacts()
    {
        if (!OnDay.State.Stands() && Campus.Status is not CampusStatus.Merged)
        {
            yield return "decision";
        }

        if (Campus.Seat is null)
        {
            yield return "seat";
        }

        if (Head is null && Campus.HeadInstitutionUai is null)
        {
            yield return "head";
        }

        if (Campus.Presentation is null)
        {
            yield return "presentation";
        }

        if (Members.Count == 0)
        {
            yield return "members";
        }

        if (Campus.Website is null)
        {
            yield return "website";
        }
    }

    /// <summary>Another campus, and how far its seat is when both seats are known.</summary>
    public sealed record Neighbour(CampusOnDay Campus, double? DistanceKm);
}
