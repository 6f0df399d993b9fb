using Maillage.Access.Invitations;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.People;

/// <summary>Says the last day of a role: today, or a day to come. Who holds it is told.</summary>
public sealed class EndRole(MaillageDb db, IScopeDirectory scopes, Outbox outbox, TimeProvider clock)
{
    /// <exception cref="NotFound">No such role, or not one that the actor could have given.</exception>
    public async Task<Result> ExecuteAsync(Actor actor, Guid assignmentId, DateOnly? lastDay, string? reason, CancellationToken ct)
    {
        var assignment = await db.RoleAssignments.SingleOrDefaultAsync(row => row.RoleAssignmentId == assignmentId, ct);
        if (assignment is null || await scopes.PerimeterOfAsync(assignment.Scope, ct) is not { } perimeter || !actor.CanGive(assignment.Role, perimeter))
        {
            throw new NotFound("The role");
        }

        var today = clock.Today();
        // The day before today ends it at once.
        var last = lastDay ?? today.AddDays(-1);
        if (last < today.AddDays(-1))
        {
            return AccessProblems.LastDayPast;
        }

        if (assignment.Role == Role.Administrator && await db.Administrators(today).CountAsync(row => row.RoleAssignmentId != assignmentId && row.EndsOn == null, ct) == 0)
        {
            return AccessProblems.LastAdministrator;
        }

        assignment.End(last);
        var account = await db.Accounts.SingleAsync(row => row.Id == assignment.AccountId, ct);
        var names = await scopes.NamesOfAsync([assignment.Scope], ct);
        outbox.Send(AccessMessages.Of(account), AccessMessages.RoleEnded(assignment.Role, names.GetValueOrDefault(assignment.Scope), last));
        await db.SaveChangesAsync(actor.Doing(AccessActs.RoleEnded, reason), clock, ct);
        return Result.Ok;
    }
}
