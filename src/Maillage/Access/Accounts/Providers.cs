using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>
/// The outside identities that open an account. One is linked by its owner from a session that was proved otherwise: an address
/// that a provider claims links nothing by itself.
/// </summary>
public sealed class Providers(MaillageDb db, Credentials credentials, Outbox outbox, TimeProvider clock)
{
    /// <param name="provider">Code of the provider in the settings.</param>
    /// <param name="subject">How the provider names the person, for ever.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The account that this identity opens; nothing when it is linked to none, or to a closed one.</returns>
    public async Task<Guid?> FindAsync(string provider, string subject, CancellationToken ct) => await (
        from login in db.AccountLogins
        join account in db.Accounts on login.UserId equals account.Id
        where login.LoginProvider == provider && login.ProviderKey == subject && account.ClosedAt == null
        select (Guid?)account.Id).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<AccountLogin>> ReadAsync(Guid accountId, CancellationToken ct) =>
        await db.AccountLogins.AsNoTracking().Where(row => row.UserId == accountId).OrderBy(row => row.LoginProvider).ToListAsync(ct);

    public async Task<Result> LinkAsync(CurrentSession session, string provider, string providerName, string subject, CancellationToken ct)
    {
        if (!await credentials.MayChangeAsync(session, ct))
        {
            return AccessProblems.ProofNeeded;
        }

        if (await db.AccountLogins.AnyAsync(row => row.LoginProvider == provider && row.ProviderKey == subject, ct))
        {
            return AccessProblems.ProviderOfAnother;
        }

        db.Add(new AccountLogin { LoginProvider = provider, ProviderKey = subject, ProviderDisplayName = providerName, UserId = session.AccountId });
        outbox.Send(AccessMessages.Of(session.Account), AccessMessages.Security(AccessActs.ProviderLinked));
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.ProviderLinked), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">The account has no such link.</exception>
    public async Task<Result> UnlinkAsync(CurrentSession session, string provider, CancellationToken ct)
    {
        var link = await db.AccountLogins.FirstOrDefaultAsync(row => row.UserId == session.AccountId && row.LoginProvider == provider, ct) ?? throw new NotFound("The link");
        if (!await credentials.MayChangeAsync(session, ct))
        {
            return AccessProblems.ProofNeeded;
        }

        if (await credentials.IsLastAsync(session.Account, ct))
        {
            return AccessProblems.LastCredential;
        }

        db.Remove(link);
        outbox.Send(AccessMessages.Of(session.Account), AccessMessages.Security(AccessActs.ProviderUnlinked));
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.ProviderUnlinked), clock, ct);
        return Result.Ok;
    }
}
