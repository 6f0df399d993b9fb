using System.Runtime.CompilerServices;
using Maillage.Data;
using Maillage.Network.Register;
using Maillage.Search;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations;

/// <summary>The organisations, as the search knows them.</summary>
public sealed class OrganisationDocuments(MaillageDb db, CurrentRegister current) : ISearchSource
{
    public const string Type = "organisation";
    private const int OrganisationWeight = 3;

    public async IAsyncEnumerable<SearchDocument> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var sectors = (await current.GetAsync(ct)).Sectors.ToDictionary(sector => sector.Code, sector => sector.Name.Fr, StringComparer.Ordinal);
        var campuses = db.Campuses;
        var campusesOf = (await db.Memberships
                .Join(campuses, membership => membership.CampusId, campus => campus.CampusId, (membership, campus) => new { membership.OrganisationId, campus.Slug })
                .Distinct()
                .ToListAsync(ct))
            .ToLookup(row => row.OrganisationId, row => row.Slug);
        await foreach (var organisation in db.Organisations.AsNoTracking().Include(row => row.Sectors).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new SearchDocument
            {
                Type = Type,
                Id = organisation.Slug,
                Title = organisation.Name,
                Subtitle = organisation.Commune,
                Words =
                [
                    organisation.Uai?.Value ?? "", organisation.Siret?.Value ?? "", organisation.Postcode ?? "", organisation.Kind.ToCode().Replace('_', ' '),
                    .. organisation.Sectors.Select(sector => sectors.GetValueOrDefault(sector.SectorCode, "")),
                ],
                Place = organisation is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null,
                Facets =
                [
                    .. organisation.Sectors.Select(sector => ("sector", sector.SectorCode)),
                    .. Facet("region", organisation.RegionCode), .. Facet("department", organisation.CommuneCode?.Department),
                    .. Facet("status", organisation.Status?.ToCode()), .. campusesOf[organisation.OrganisationId].Select(campus => ("campus", campus)),
                ],
                Weight = OrganisationWeight,
            };
        }
    }

    private static IEnumerable<(string Facet, string Value)> Facet(string name, string? value) => value is null ? [] : [(name, value)];
}
