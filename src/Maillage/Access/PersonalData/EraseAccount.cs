using Maillage.Access.Accounts;
using Maillage.Access.Invitations;
using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.PersonalData;

/// <summary>
/// Erases a person at their own asking (GDPR, article 17). What they did stays in the audit under a number that leads to nobody;
/// who they are goes, there too.
/// </summary>
public sealed class EraseAccount(MaillageDb db, TimeProvider clock)
{
    /// <summary>What would go, by kind: shown before it goes.</summary>
    public async Task<IReadOnlyDictionary<string, int>> PreviewAsync(Guid accountId, CancellationToken ct) => new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["roles"] = await db.RoleAssignments.CountAsync(row => row.AccountId == accountId, ct),
        ["sessions"] = await db.Sessions.CountAsync(row => row.AccountId == accountId, ct),
        ["credentials"] = await db.AccountPasskeys.CountAsync(row => row.UserId == accountId, ct) + await db.AccountLogins.CountAsync(row => row.UserId == accountId, ct)
            + await db.RecoveryCodes.CountAsync(row => row.AccountId == accountId, ct),
        ["messages"] = await db.OutgoingMessages.CountAsync(row => row.AccountId == accountId, ct) + await db.PendingNotifications.CountAsync(row => row.AccountId == accountId, ct),
        ["traces"] = await db.AuditEntries.CountAsync(row => row.AuthorId == accountId, ct),
    };

    /// <param name="session">Of the person, proved a moment ago.</param>
    /// <param name="typed">Their address, typed again.</param>
    /// <param name="ct">Stops the operation; nothing is then erased.</param>
    public async Task<Result> ExecuteAsync(CurrentSession session, string? typed, CancellationToken ct)
    {
        var id = session.AccountId;
        if (!session.Session.IsProvedAt(clock.UtcNow()))
        {
            return AccessProblems.ProofNeeded;
        }

        if (!EmailAddress.TryParse(typed, out var email) || email.Text != session.Account.NormalizedEmail)
        {
            return AccessProblems.AddressDiffers;
        }

        var today = clock.Today();
        var administrators = await db.Administrators(today).Select(row => row.AccountId).Distinct().ToListAsync(ct);
        if (administrators is [var only] && only == id)
        {
            return AccessProblems.LastAdministrator;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await EraseAsync(session.Account, ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    /// <summary>Erases what names an address that has no account, or will have none: in the audit, in messages and in invitations, in the transaction of the caller.</summary>
    internal async Task ForgetAsync(string email, CancellationToken ct)
    {
        await ForgetAsync(db.AuditEntries.Where(row => row.Before!.Contains(email) || row.After!.Contains(email)), ct);
        await db.OutgoingMessages.Where(row => row.Recipient == email).ExecuteDeleteAsync(ct);
        await db.Invitations.Where(row => row.Email == email).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Email, (string?)null).SetProperty(row => row.Name, (string?)null).SetProperty(row => row.WithdrawnAt, row => row.WithdrawnAt ?? clock.UtcNow()), ct);
        await db.GuardianAgreements.Where(row => row.LearnerEmail == email).ExecuteDeleteAsync(ct);
    }

    private static Task<int> ForgetAsync(IQueryable<AuditEntry> entries, CancellationToken ct) =>
        entries.ExecuteUpdateAsync(set => set.SetProperty(row => row.Before, (string?)null).SetProperty(row => row.After, (string?)null), ct);

    /// <summary>Erases in the transaction of the caller.</summary>
    internal async Task EraseAsync(Account account, CancellationToken ct)
    {
        var (id, email, today) = (account.Id, account.NormalizedEmail!, clock.Today());
        // First what names them in the audit, then the account: the trace of this act itself must not name them again.
        await db.AuditEntries.Where(row => row.AuthorId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Address, (string?)null), ct);
        var key = id.ToString();
        await ForgetAsync(db.AuditEntries.Where(row => row.Subject == "accounts" && row.SubjectKey == key), ct);
        await ForgetAsync(email, ct);
        await db.AccountPasskeys.Where(row => row.UserId == id).ExecuteDeleteAsync(ct);
        await db.AccountLogins.Where(row => row.UserId == id).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(row => row.AccountId == id).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(row => row.AccountId == id).ExecuteDeleteAsync(ct);
        await db.ActionLinks.Where(row => row.AccountId == id).ExecuteDeleteAsync(ct);
        await db.OutgoingMessages.Where(row => row.AccountId == id).ExecuteDeleteAsync(ct);
        await db.PendingNotifications.Where(row => row.AccountId == id).ExecuteDeleteAsync(ct);
        await db.NotificationPreferences.Where(row => row.AccountId == id).ExecuteDeleteAsync(ct);
        await db.GuardianAgreements.Where(row => row.LearnerId == id).ExecuteDeleteAsync(ct);
        await db.RoleAssignments.Where(row => row.AccountId == id && (row.EndsOn == null || row.EndsOn > today)).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsOn, today), ct);
        var nobody = $"{id:N}@erased.invalid";
        await db.Accounts.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Name, "—").SetProperty(row => row.FoldedName, "").SetProperty(row => row.Email, nobody).SetProperty(row => row.NormalizedEmail, nobody)
                .SetProperty(row => row.UserName, nobody).SetProperty(row => row.NormalizedUserName, nobody).SetProperty(row => row.PasswordHash, (string?)null)
                .SetProperty(row => row.CodeKey, (string?)null).SetProperty(row => row.ClosedAt, (DateTime?)clock.UtcNow()), ct);
        db.ChangeTracker.Clear();
        db.Trace(Author.Product.Doing(AccessActs.AccountErased), clock, AuditChange.Removed, account);
        await db.SaveChangesAsync(ct);
    }
}
