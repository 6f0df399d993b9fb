using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations;

/// <summary>Every organisation as a place, for what is kept in memory.</summary>
public sealed class OrganisationPlaces(MaillageDb db)
{
    public async Task<IReadOnlyList<OrganisationPlace>> ReadAsync(CancellationToken ct)
    {
        var campuses = db.Campuses;
        var memberships = await db.Memberships
            .Join(campuses, membership => membership.CampusId, campus => campus.CampusId, (membership, campus) => new { membership.OrganisationId, campus.Slug })
            .Distinct()
            .ToListAsync(ct);
        var campusesOf = memberships.ToLookup(row => row.OrganisationId, row => row.Slug);
        var organisations = await db.Organisations.AsNoTracking()
            .Select(row => new
            {
                row.OrganisationId, row.Slug, row.Name, row.Kind, row.Status, row.Uai, row.Commune, row.CommuneCode, row.Postcode, row.RegionCode,
                row.Latitude, row.Longitude,
            })
            .ToListAsync(ct);
        return
        [
            .. organisations.Select(row => new OrganisationPlace
            {
                Slug = row.Slug,
                Name = row.Name,
                Kind = row.Kind,
                Status = row.Status,
                Uai = row.Uai,
                Commune = row.Commune,
                CommuneCode = row.CommuneCode,
                Postcode = row.Postcode,
                RegionCode = row.RegionCode,
                Point = row is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null,
                CampusSlugs = [.. campusesOf[row.OrganisationId].Order(StringComparer.Ordinal)],
            }),
        ];
    }
}
