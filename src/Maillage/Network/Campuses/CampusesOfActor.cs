using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Campuses;

/// <summary>The campuses of which an actor reads more than everyone does: its own, those of its territory, those of which its organisation is a member.</summary>
public sealed class CampusesOfActor(MaillageDb db, NetworkPerimeters perimeters, CurrentRegister current)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<CampusRecord>> ReadAsync(Actor actor, CancellationToken ct)
    {
        var register = await current.GetAsync(ct);
        var held = actor.ScopesFor(Permission.ReadCampus);
        if (held.Contains(Scope.National))
        {
            return register.Campuses;
        }

        var organisations = held.Where(scope => scope.Kind == ScopeKind.Organisation).Select(scope => Guid.Parse(scope.Key)).ToList();
        var joined = organisations.Count == 0 ? [] : await db.Memberships.Where(row => organisations.Contains(row.OrganisationId) && row.Until == null && row.Basis == MembershipBasis.Source)
            .Select(row => row.CampusId).Distinct().ToListAsync(ct);
        var within = await perimeters.WithinAsync(held, ct);
        var ids = within.Where(scope => scope.Kind == ScopeKind.Campus).Select(scope => Guid.Parse(scope.Key)).Concat(joined).ToHashSet();
        return [.. register.Campuses.Where(campus => ids.Contains(campus.CampusId))];
    }
}
