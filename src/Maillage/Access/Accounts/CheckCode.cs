using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>Judges the second step of a sign-in: a one-time code, or one of the recovery codes, which then serves no more.</summary>
public sealed class CheckCode(MaillageDb db, SignInThrottle throttle, OneTimeCodes codes, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(Guid accountId, string? code, string? address, CancellationToken ct)
    {
        if (!await throttle.TryAsync(accountId.ToString(), address, ct))
        {
            return AccessProblems.TooManyAttempts;
        }

        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId, ct);
        if (account is not { IsOpen: true })
        {
            return AccessProblems.WrongCode;
        }

        var actor = Actor.Person(accountId, [], address);
        if (codes.Use(account, code))
        {
            return await SaveAsync(actor.Doing(AccessActs.CodeUsed), ct);
        }

        var digest = Secret.DigestOf(RecoveryCodes.Clean(code));
        if (await db.RecoveryCodes.SingleOrDefaultAsync(row => row.AccountId == accountId && row.Digest == digest, ct) is not { } recovery)
        {
            return AccessProblems.WrongCode;
        }

        db.Remove(recovery);
        return await SaveAsync(actor.Doing(AccessActs.RecoveryCodeUsed), ct);
    }

    /// <summary>Of two people who use the same code at the same time, one comes in.</summary>
    private async Task<Result> SaveAsync(Act act, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(act, clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccessProblems.WrongCode;
        }
    }
}
