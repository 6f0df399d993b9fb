using Maillage.Data;
using Maillage.Network.Register;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations;

/// <summary>A campus to which an organisation belongs, and the part that it takes in it.</summary>
public sealed record CampusOfOrganisation(CampusRecord Campus, Membership Membership);

/// <summary>Everything known of one organisation: what its page shows.</summary>
public sealed record OrganisationWithCampuses(Organisation Organisation, IReadOnlyList<CampusOfOrganisation> Campuses);

/// <summary>One organisation, by any of the identifiers that people know it by.</summary>
public sealed class OrganisationDirectory(MaillageDb db, CurrentRegister register)
{
    /// <exception cref="NotFound">No organisation has this slug.</exception>
    public async Task<OrganisationWithCampuses> GetAsync(string slug, CancellationToken ct)
    {
        var organisation = await BySlugAsync(slug, ct) ?? throw new NotFound("The organisation");
        return new OrganisationWithCampuses(organisation, await CampusesAsync(organisation.OrganisationId, ct));
    }

    /// <summary>
    /// Those that a slug, a UAI or a SIRET designates: none, one, or several, since the entities of one school may share a SIRET.
    /// </summary>
    public async Task<IReadOnlyList<Organisation>> FindAsync(string slugOrUaiOrSiret, CancellationToken ct)
    {
        if (await BySlugAsync(slugOrUaiOrSiret, ct) is { } organisation)
        {
            return [organisation];
        }

        if (Uai.TryParse(slugOrUaiOrSiret, out var uai))
        {
            return await ReadAsync(db.Organisations.Where(row => row.Uai == uai), ct);
        }

        return Siret.TryParse(slugOrUaiOrSiret, out var siret)
            ? await ReadAsync(db.Organisations.Where(row => row.Siret == siret), ct)
            : [];
    }

    /// <summary>How those that have these slugs are called; unknown ones are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> slugs, CancellationToken ct) => slugs.Count == 0
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        : await db.Organisations.Where(row => slugs.Contains(row.Slug)).Select(row => new { row.Slug, row.Name }).ToDictionaryAsync(row => row.Slug, row => row.Name, StringComparer.Ordinal, ct);

    /// <summary>Campuses to which it belongs, by name.</summary>
    public async Task<IReadOnlyList<CampusOfOrganisation>> CampusesAsync(Guid organisationId, CancellationToken ct) =>
        [.. (await CampusesAsync([organisationId], ct))[organisationId]];

    /// <summary>Campuses to which each of these organisations belongs, by name.</summary>
    public async Task<ILookup<Guid, CampusOfOrganisation>> CampusesAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken ct)
    {
        var memberships = await db.Memberships.AsNoTracking().Where(row => organisationIds.Contains(row.OrganisationId)).ToListAsync(ct);
        var byCampus = memberships.ToLookup(membership => membership.CampusId);
        var network = await register.GetAsync(ct);
        return network.Campuses
            .SelectMany(campus => byCampus[campus.CampusId]
                .OrderBy(membership => membership.Role)
                .Select(membership => new CampusOfOrganisation(campus, membership)))
            .ToLookup(row => row.Membership.OrganisationId);
    }

    private async Task<Organisation?> BySlugAsync(string slug, CancellationToken ct) => Slug.IsValid(slug)
        ? await db.Organisations.AsNoTracking().Include(row => row.Sectors).SingleOrDefaultAsync(row => row.Slug == slug, ct)
        : null;

    private static async Task<IReadOnlyList<Organisation>> ReadAsync(IQueryable<Organisation> organisations, CancellationToken ct) =>
        await organisations.AsNoTracking().Include(row => row.Sectors).OrderBy(row => row.FoldedName).ThenBy(row => row.Slug).ToListAsync(ct);
}
