using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>Gives one's account a password, used with one-time codes. The other sessions end.</summary>
public sealed class SetPassword(MaillageDb db, Credentials credentials, SessionsOfAccount sessions, IPasswordHasher<Account> hasher, Outbox outbox, TimeProvider clock)
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    /// <summary>Fewer different characters than this are guessed by repetition.</summary>
    private const int FewestCharacters = 6;

    public async Task<Result> ExecuteAsync(CurrentSession session, string? password, CancellationToken ct)
    {
        if (!await credentials.MayChangeAsync(session, ct))
        {
            return AccessProblems.ProofNeeded;
        }

        var account = await db.Accounts.SingleAsync(row => row.Id == session.AccountId, ct);
        if (Weakness(password ?? "", account) is { } weakness)
        {
            return weakness;
        }

        account.PasswordHash = hasher.HashPassword(account, password!);
        account.SecurityStamp = Guid.CreateVersion7().ToString();
        await sessions.EndOthersAsync(account.Id, session.SessionId, ct);
        outbox.Send(AccessMessages.Of(account), AccessMessages.Security(AccessActs.PasswordSet));
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.PasswordSet), clock, ct);
        return Result.Ok;
    }

    private static Problem? Weakness(string password, Account account)
    {
        if (password.Length < MinLength)
        {
            return AccessProblems.PasswordShort;
        }

        if (password.Length > MaxLength)
        {
            return AccessProblems.PasswordLong;
        }

        var isEasy = password.Distinct().Count() < FewestCharacters
            || password.Contains(account.Email!.Split('@')[0], StringComparison.OrdinalIgnoreCase)
            || !PasswordStrength.IsEnough(password, account.Name, account.Email);
        return isEasy ? AccessProblems.PasswordEasy : null;
    }
}
