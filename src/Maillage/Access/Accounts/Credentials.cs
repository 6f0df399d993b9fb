using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>The ways in which an account is opened, its mailbox aside, and who may change them.</summary>
public sealed class Credentials(MaillageDb db, TimeProvider clock)
{
    /// <summary>Whether the account can be opened otherwise than through its mailbox.</summary>
    public async Task<bool> HasAnyAsync(Guid accountId, CancellationToken ct) =>
        await db.Accounts.AnyAsync(row => row.Id == accountId && row.PasswordHash != null && row.CodeKey != null, ct)
        || await db.AccountPasskeys.AnyAsync(row => row.UserId == accountId, ct)
        || await db.AccountLogins.AnyAsync(row => row.UserId == accountId, ct);

    /// <summary>Whether a passkey, or the link to a provider, is the last way to open the account, its mailbox aside.</summary>
    internal async Task<bool> IsLastAsync(Account account, CancellationToken ct) =>
        account is not { PasswordHash: not null, CodeKey: not null }
        && await db.AccountPasskeys.CountAsync(row => row.UserId == account.Id, ct) + await db.AccountLogins.CountAsync(row => row.UserId == account.Id, ct) == 1;

    public Task<int> RecoveryCodesLeftAsync(Guid accountId, CancellationToken ct) => db.RecoveryCodes.CountAsync(row => row.AccountId == accountId, ct);

    /// <summary>
    /// Whether the ways to sign in may be changed from a session. A mailbox alone must not take an account over: what it opened
    /// adds nothing to an account that has a key, a telephone or a provider already, unless someone of the level above agreed.
    /// </summary>
    public async Task<bool> MayChangeAsync(CurrentSession current, CancellationToken ct) =>
        current.Session.IsProvedAt(clock.UtcNow())
        && (current.Session.IsStrong || current.Session.Method == SignInMethod.Recovery || !await HasAnyAsync(current.AccountId, ct));
}
