using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations;

/// <summary>An organisation and the part that it takes in a campus.</summary>
public sealed record CampusMember(Organisation Organisation, Membership Membership);

/// <summary>The organisations of one campus.</summary>
public sealed class CampusMembers(MaillageDb db)
{
    /// <summary>More than any campus has: a bound on one answer.</summary>
    public const int MaxMembers = 1_000;

    /// <summary>By role, carriers first, then by name.</summary>
    public async Task<IReadOnlyList<CampusMember>> OfAsync(Guid campusId, CancellationToken ct)
    {
        var organisations = db.Organisations;
        var members = await db.Memberships.AsNoTracking()
            .Where(membership => membership.CampusId == campusId)
            .Join(
                organisations.Include(organisation => organisation.Sectors),
                membership => membership.OrganisationId,
                organisation => organisation.OrganisationId,
                (membership, organisation) => new { membership, organisation })
            .OrderBy(row => row.organisation.FoldedName).ThenBy(row => row.organisation.Slug)
            .Take(MaxMembers)
            .ToListAsync(ct);
        return [.. members.OrderBy(row => row.membership.Role).Select(row => new CampusMember(row.organisation, row.membership))];
    }
}
