using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations;

/// <summary>What to look for among the organisations; every condition given must hold.</summary>
public sealed record OrganisationFilter
{
    public const int TextMaxLength = 100;
    public const double DefaultRadiusKm = 20;
    public const double MaxRadiusKm = 200;

    public OrganisationKind? Kind { get; init; }

    /// <summary>Organisations that take part in this campus, whatever their role.</summary>
    public Guid? CampusId { get; init; }

    /// <summary>INSEE code of the région of its commune.</summary>
    public string? Region { get; init; }

    /// <summary>Words that must all occur in the name or the commune; accents and case do not count.</summary>
    public string? Text { get; init; }

    /// <summary>Only organisations whose place is known and within <see cref="RadiusKm"/> of this point, the nearest first.</summary>
    public GeoPoint? Near { get; init; }

    public double RadiusKm { get; init; } = DefaultRadiusKm;
}

/// <summary>An organisation found, and how far it is when the search was around a point.</summary>
public sealed record OrganisationFound(Organisation Organisation, double? DistanceKm);

/// <summary>One page of what was found, and how many there are in all.</summary>
public sealed record OrganisationsFound(IReadOnlyList<OrganisationFound> Items, int Total);

/// <summary>Finds organisations, by name or by distance.</summary>
public sealed class OrganisationSearch(MaillageDb db)
{
    /// <summary>Organisations read at once by an export: a bound on memory, not on the result.</summary>
    private const int Batch = 500;

    /// <summary>Pages are numbered from 1; one beyond the end is empty.</summary>
    public async Task<OrganisationsFound> PageAsync(OrganisationFilter filter, int page, int pageSize, CancellationToken ct)
    {
        var skipped = (page - 1L) * pageSize;
        if (filter.Near is not null)
        {
            var places = await PlacesAsync(filter, ct);
            var shown = places.Skip((int)Math.Min(skipped, int.MaxValue)).Take(pageSize).ToList();
            return new OrganisationsFound(await ReadAsync(shown, ct), places.Count);
        }

        var matching = Matching(filter);
        var total = await matching.CountAsync(ct);
        if (skipped >= total)
        {
            return new OrganisationsFound([], total);
        }

        var organisations = await Ordered(matching).Skip((int)skipped).Take(pageSize)
            .AsNoTracking().Include(organisation => organisation.Sectors).ToListAsync(ct);
        return new OrganisationsFound([.. organisations.Select(organisation => new OrganisationFound(organisation, null))], total);
    }

    /// <summary>All that match, read as they are consumed: what exports write.</summary>
    public async IAsyncEnumerable<OrganisationFound> AllAsync(OrganisationFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        if (filter.Near is null)
        {
            var organisations = Ordered(Matching(filter)).AsNoTracking().Include(organisation => organisation.Sectors);
            await foreach (var organisation in organisations.AsAsyncEnumerable().WithCancellation(ct))
            {
                yield return new OrganisationFound(organisation, null);
            }

            yield break;
        }

        foreach (var batch in (await PlacesAsync(filter, ct)).Chunk(Batch))
        {
            foreach (var organisation in await ReadAsync(batch, ct))
            {
                yield return organisation;
            }
        }
    }

    private static IOrderedQueryable<Organisation> Ordered(IQueryable<Organisation> organisations) =>
        organisations.OrderBy(organisation => organisation.FoldedName).ThenBy(organisation => organisation.Slug);

    private IQueryable<Organisation> Matching(OrganisationFilter filter)
    {
        IQueryable<Organisation> organisations = db.Organisations;
        if (filter.Kind is { } kind)
        {
            organisations = organisations.Where(organisation => organisation.Kind == kind);
        }

        if (filter.Region is { } region)
        {
            organisations = organisations.Where(organisation => organisation.RegionCode == region);
        }

        if (filter.CampusId is { } campusId)
        {
            var memberships = db.Memberships;
            organisations = organisations.Where(organisation => memberships.Any(
                membership => membership.CampusId == campusId && membership.OrganisationId == organisation.OrganisationId));
        }

        var communes = db.Communes;
        foreach (var word in FoldedText.Words(filter.Text))
        {
            organisations = organisations.Where(organisation =>
                organisation.FoldedName.Contains(word)
                || communes.Any(commune => commune.Code == organisation.CommuneCode && commune.FoldedName.Contains(word)));
        }

        return organisations;
    }

    /// <summary>Identifiers of those within the circle, the nearest first: a box in SQL, the exact distance here.</summary>
    private async Task<List<Place>> PlacesAsync(OrganisationFilter filter, CancellationToken ct)
    {
        var center = filter.Near!.Value;
        var candidates = await Matching(filter)
            .Where(InBox(center, filter.RadiusKm))
            .Select(organisation => new { organisation.OrganisationId, organisation.Slug, organisation.Latitude, organisation.Longitude })
            .ToListAsync(ct);
        return
        [
            .. candidates
                .Select(row => new Place(row.OrganisationId, row.Slug, center.DistanceKm(new GeoPoint(row.Latitude!.Value, row.Longitude!.Value))))
                .Where(place => place.DistanceKm <= filter.RadiusKm)
                .OrderBy(place => place.DistanceKm)
                .ThenBy(place => place.Slug, StringComparer.Ordinal),
        ];
    }

    private static Expression<Func<Organisation, bool>> InBox(GeoPoint center, double radiusKm)
    {
        var (halfHeight, halfWidth) = center.BoxAround(radiusKm);
        var (south, north) = (center.Latitude - halfHeight, center.Latitude + halfHeight);
        var (west, east) = (center.Longitude - halfWidth, center.Longitude + halfWidth);
        if (halfWidth >= 180)
        {
            return organisation => organisation.Latitude >= south && organisation.Latitude <= north && organisation.Longitude != null;
        }

        // Wallis-et-Futuna and Nouvelle-Calédonie lie on either side of the 180th meridian.
        if (west < -180 || east > 180)
        {
            var (from, to) = (west < -180 ? west + 360 : west, east > 180 ? east - 360 : east);
            return organisation => organisation.Latitude >= south && organisation.Latitude <= north
                && (organisation.Longitude >= from || organisation.Longitude <= to);
        }

        return organisation => organisation.Latitude >= south && organisation.Latitude <= north
            && organisation.Longitude >= west && organisation.Longitude <= east;
    }

    private async Task<List<OrganisationFound>> ReadAsync(IReadOnlyCollection<Place> places, CancellationToken ct)
    {
        var ids = places.Select(place => place.OrganisationId).ToList();
        var organisations = await db.Organisations.Where(organisation => ids.Contains(organisation.OrganisationId))
            .AsNoTracking().Include(organisation => organisation.Sectors)
            .ToDictionaryAsync(organisation => organisation.OrganisationId, ct);
        return
        [
            .. places.Where(place => organisations.ContainsKey(place.OrganisationId))
                .Select(place => new OrganisationFound(organisations[place.OrganisationId], place.DistanceKm)),
        ];
    }

    private sealed record Place(Guid OrganisationId, string Slug, double DistanceKm);
}
