using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Campuses;

/// <summary>A campus in the hands of someone who reads more of it than everyone does, and whether they may change it.</summary>
public sealed record OpenedCampus(CampusRecord Campus, bool MayEdit);

/// <summary>Gives a campus to those who may work on it, and to nobody else: what every operation and page of its workspace asks first.</summary>
public sealed class OpenCampus(MaillageDb db, CurrentRegister current)
{
    /// <summary>For who may change it: its team and the authorities of its territory.</summary>
    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<OpenedCampus> ForTeamAsync(Actor actor, Guid campusId, CancellationToken ct)
    {
        var campus = await FindAsync(campusId, ct);
        return actor.Can(Permission.EditCampus, NetworkPerimeters.Of(campus)) ? new OpenedCampus(campus, MayEdit: true) : throw new NotFound("The campus");
    }

    /// <summary>For them, and for those of an organisation that a text names as a member today.</summary>
    /// <exception cref="NotFound">No such campus, or not one of which the actor reads more than everyone does.</exception>
    public async Task<OpenedCampus> ForMembersAsync(Actor actor, Guid campusId, CancellationToken ct)
    {
        var campus = await FindAsync(campusId, ct);
        var own = NetworkPerimeters.Of(campus);
        if (actor.Can(Permission.EditCampus, own))
        {
            return new OpenedCampus(campus, MayEdit: true);
        }

        if (!actor.Can(Permission.ReadCampus))
        {
            throw new NotFound("The campus");
        }

        var members = await db.Memberships.Where(row => row.CampusId == campusId && row.Until == null && row.Basis == MembershipBasis.Source).Select(row => row.OrganisationId).ToListAsync(ct);
        return actor.Can(Permission.ReadCampus, new Perimeter([.. own.Scopes, .. members.Select(Scope.Organisation)]))
            ? new OpenedCampus(campus, MayEdit: false)
            : throw new NotFound("The campus");
    }

    private async Task<CampusRecord> FindAsync(Guid campusId, CancellationToken ct) =>
        (await current.GetAsync(ct)).Campuses.FirstOrDefault(campus => campus.CampusId == campusId) ?? throw new NotFound("The campus");
}
