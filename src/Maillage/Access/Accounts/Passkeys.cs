using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>The passkeys of one's account: adds one that a device has just made, removes one that is lost.</summary>
public sealed class Passkeys(MaillageDb db, UserManager<Account> accounts, Credentials credentials, Outbox outbox, TimeProvider clock)
{
    public const int Most = 20;

    public async Task<IReadOnlyList<UserPasskeyInfo>> ReadAsync(Guid accountId, CancellationToken ct)
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
        return [.. (await accounts.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt)];
    }

    /// <param name="session">Session of the person, recently proved.</param>
    /// <param name="passkey">What the device made.</param>
    /// <param name="name">How the person calls it, or the device's own name.</param>
    /// <param name="ct">Stops the operation; nothing is then changed.</param>
    public async Task<Result> AddAsync(CurrentSession session, UserPasskeyInfo passkey, string name, CancellationToken ct)
    {
        if (!await credentials.MayChangeAsync(session, ct))
        {
            return AccessProblems.ProofNeeded;
        }

        if (await db.AccountPasskeys.CountAsync(row => row.UserId == session.AccountId, ct) >= Most)
        {
            return AccessProblems.TooManyPasskeys;
        }

        var account = await db.Accounts.SingleAsync(row => row.Id == session.AccountId, ct);
        var clean = Account.CleanName(name);
        passkey.Name = clean.Length <= Account.NameMaxLength ? clean : clean[..Account.NameMaxLength];
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        // It has just been proved with: what was opened by less is worth as much from now on.
        var own = await db.Sessions.SingleAsync(row => row.SessionId == session.SessionId, ct);
        (own.Method, own.ProvedAt) = (SignInMethod.Passkey, clock.UtcNow());
        outbox.Send(AccessMessages.Of(account), AccessMessages.Security(AccessActs.PasskeyAdded));
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.PasskeyAdded), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">The account has no such passkey.</exception>
    public async Task<Result> RemoveAsync(CurrentSession session, byte[] credentialId, CancellationToken ct)
    {
        var mine = await db.AccountPasskeys.Where(row => row.UserId == session.AccountId).ToListAsync(ct);
        var lost = mine.Find(row => row.CredentialId.AsSpan().SequenceEqual(credentialId)) ?? throw new NotFound("The passkey");
        if (!await credentials.MayChangeAsync(session, ct))
        {
            return AccessProblems.ProofNeeded;
        }

        if (await credentials.IsLastAsync(session.Account, ct))
        {
            return AccessProblems.LastCredential;
        }

        db.Remove(lost);
        outbox.Send(AccessMessages.Of(session.Account), AccessMessages.Security(AccessActs.PasskeyRemoved));
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.PasskeyRemoved), clock, ct);
        return Result.Ok;
    }
}
