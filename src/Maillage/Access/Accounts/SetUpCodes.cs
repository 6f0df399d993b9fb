using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>Ties a telephone to one's account, by a first code that proves that it has the key; gives new recovery codes.</summary>
public sealed class SetUpCodes(MaillageDb db, Credentials credentials, OneTimeCodes codes, Outbox outbox, TimeProvider clock)
{
    /// <param name="session">Theirs, recently proved.</param>
    /// <param name="key">The key that the telephone was given.</param>
    /// <param name="code">What the telephone shows.</param>
    /// <param name="ct">Stops the operation; nothing is then changed.</param>
    /// <returns>The recovery codes, shown this once.</returns>
    public async Task<Result<string[]>> ExecuteAsync(CurrentSession session, string key, string? code, CancellationToken ct)
    {
        if (!await credentials.MayChangeAsync(session, ct))
        {
            return AccessProblems.ProofNeeded;
        }

        if (!codes.IsRight(key, code, out var step))
        {
            return AccessProblems.WrongCode;
        }

        var account = await db.Accounts.SingleAsync(row => row.Id == session.AccountId, ct);
        (account.CodeKey, account.LastCodeStep, account.TwoFactorEnabled) = (codes.Protect(key), step, true);
        var fresh = RecoveryCodes.New();
        db.RemoveRange(await db.RecoveryCodes.Where(row => row.AccountId == account.Id).ToListAsync(ct));
        db.AddRange(fresh.Select(text => new RecoveryCode { AccountId = account.Id, Digest = Secret.DigestOf(text) }));
        outbox.Send(AccessMessages.Of(account), AccessMessages.Security(AccessActs.CodesSet));
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.CodesSet), clock, ct);
        return fresh;
    }
}
