using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Invitations;

/// <summary>
/// Where nobody runs the platform yet, makes the link that creates its first administrator. Each start makes a new one and
/// withdraws the former: whoever reads an old log finds nothing that serves.
/// </summary>
public sealed class InviteFirstAdministrator(MaillageDb db, TimeProvider clock)
{
    /// <returns>The secret of the link, shown where the product was started; nothing when there is an administrator.</returns>
    public async Task<string?> ExecuteAsync(CancellationToken ct)
    {
        var today = clock.Today();
        return await db.Administrators(today).AnyAsync(ct) ? null : await AgainAsync(ct);
    }

    /// <summary>The same where there is one already, for who has the machine in hand: the only one may have lost every key.</summary>
    public async Task<string> AgainAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var former in await db.Invitations.Where(row => row.Email == null && row.AcceptedAt == null && row.WithdrawnAt == null).ToListAsync(ct))
        {
            former.Withdraw(now);
        }

        var secret = Secret.New();
        db.Add(new Invitation
        {
            TokenDigest = Secret.DigestOf(secret),
            Role = Role.Administrator,
            ScopeKind = ScopeKind.National,
            ScopeKey = Scope.National.Key,
            SentAt = now,
            ExpiresAt = now + Invitation.LifeTime,
        });
        await db.SaveChangesAsync(Author.Product.Doing(AccessActs.AdministratorInvited), clock, ct);
        return secret;
    }
}

internal static class AdministratorAssignments
{
    /// <summary>Who runs the platform on a day.</summary>
    public static IQueryable<RoleAssignment> Administrators(this MaillageDb db, DateOnly day)
    {
        var accounts = db.Accounts.Where(account => account.ClosedAt == null);
        return db.RoleAssignments.Where(row => row.Role == Role.Administrator && row.StartsOn <= day && (row.EndsOn == null || row.EndsOn >= day)
            && accounts.Any(account => account.Id == row.AccountId));
    }
}
