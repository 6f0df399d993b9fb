using Maillage.Data;
using Maillage.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>
/// Judges an e-mail address and a password: the first of two steps. Unknown address and wrong password cost the same time and
/// get the same answer.
/// </summary>
public sealed class CheckPassword(MaillageDb db, SignInThrottle throttle, IPasswordHasher<Account> hasher)
{
    /// <summary>One check takes 40 ms of a processor: half of the processors are left to everyone else.</summary>
    private static readonly SemaphoreSlim Turn = new(Math.Max(1, Environment.ProcessorCount / 2));

    private static readonly Account Nobody = new() { Name = "", Language = "fr", CreatedAt = default };

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, Secret.New()));

    /// <returns>The account whose one-time code is to be asked.</returns>
    public async Task<Result<Guid>> ExecuteAsync(string? email, string? password, string? address, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var typed) || password is not { Length: > 0 and <= SetPassword.MaxLength })
        {
            return AccessProblems.WrongSignIn;
        }

        if (!await throttle.TryAsync(typed.Text, address, ct))
        {
            return AccessProblems.TooManyAttempts;
        }

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == typed.Text, ct);
        var verdict = await JudgeAsync(account, password, ct);
        return verdict != PasswordVerificationResult.Failed && account is { IsOpen: true, CodeKey: not null }
            ? account.Id
            : AccessProblems.WrongSignIn;
    }

    private async Task<PasswordVerificationResult> JudgeAsync(Account? account, string password, CancellationToken ct)
    {
        await Turn.WaitAsync(ct);
        try
        {
            return account?.PasswordHash is { } hash
                ? hasher.VerifyHashedPassword(account, hash, password)
                : Refused(hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password));
        }
        finally
        {
            Turn.Release();
        }
    }

    private static PasswordVerificationResult Refused(PasswordVerificationResult _) => PasswordVerificationResult.Failed;
}
