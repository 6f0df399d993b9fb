using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Invitations;

/// <summary>Takes back an invitation that nobody has accepted yet: its link no longer serves.</summary>
public sealed class WithdrawInvitation(MaillageDb db, IScopeDirectory scopes, TimeProvider clock)
{
    /// <exception cref="NotFound">No such invitation, or not one that the actor could have made.</exception>
    public async Task<Result> ExecuteAsync(Actor actor, Guid invitationId, CancellationToken ct)
    {
        var invitation = await db.Invitations.SingleOrDefaultAsync(row => row.InvitationId == invitationId, ct);
        if (invitation is null || await scopes.PerimeterOfAsync(invitation.Scope, ct) is not { } perimeter || !actor.CanGive(invitation.Role, perimeter))
        {
            throw new NotFound("The invitation");
        }

        if (!invitation.IsOpenAt(clock.UtcNow()))
        {
            return AccessProblems.LinkOver;
        }

        invitation.Withdraw(clock.UtcNow());
        try
        {
            await db.SaveChangesAsync(actor.Doing(AccessActs.InvitationWithdrawn), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Accepted meanwhile.
            return AccessProblems.LinkOver;
        }
    }
}
