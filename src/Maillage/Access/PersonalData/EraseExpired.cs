using Maillage.Access.Accounts;
using Maillage.Access.Guardians;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.PersonalData;

/// <summary>Erases what the retention table no longer lets the platform hold; first says how much, without erasing.</summary>
public sealed class EraseExpired(MaillageDb db, EraseAccount eraseAccount, IEnumerable<IExpiredData> others, TimeProvider clock)
{
    /// <summary>Accounts erased in one run; the others are for the next one.</summary>
    private const int MostAccounts = 500;

    /// <summary>How many rows of each kind would go now.</summary>
    public async Task<IReadOnlyDictionary<DataKind, int>> PreviewAsync(CancellationToken ct)
    {
        var counts = new Dictionary<DataKind, int>();
        foreach (var (kind, rows) in Expired())
        {
            counts[kind] = await rows.CountAsync(ct);
        }

        foreach (var other in others)
        {
            counts[other.Kind] = await other.CountAsync(ct);
        }

        counts[DataKind.Accounts] = await UnusedAccounts().CountAsync(ct);
        counts[DataKind.AuditAddresses] = await OldAddresses().CountAsync(ct);
        return counts;
    }

    /// <returns>How many rows of each kind went.</returns>
    public async Task<IReadOnlyDictionary<DataKind, int>> ExecuteAsync(Author author, CancellationToken ct)
    {
        var counts = new Dictionary<DataKind, int>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var unused = await UnusedAccounts().OrderBy(row => row.CreatedAt).Take(MostAccounts).ToListAsync(ct);
        counts[DataKind.Accounts] = unused.Count;
        foreach (var account in unused)
        {
            await eraseAccount.EraseAsync(account, ct);
        }

        foreach (var (kind, rows) in Expired())
        {
            counts[kind] = await rows.DeleteAsync(ct);
        }

        foreach (var other in others)
        {
            counts[other.Kind] = await other.DeleteAsync(ct);
        }

        counts[DataKind.AuditAddresses] = await OldAddresses().ExecuteUpdateAsync(set => set.SetProperty(row => row.Address, (string?)null), ct);
        db.TraceMany(author.Doing(AccessActs.ExpiredErased), clock, AuditChange.Counted, "retention", counts.ToDictionary(pair => pair.Key.ToCode(), pair => pair.Value, StringComparer.Ordinal));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return counts;
    }

    private IEnumerable<(DataKind Kind, IExpiredRows Rows)> Expired()
    {
        var (sessions, attempts, invitations, links) = (Before(DataKind.Sessions), Before(DataKind.SignInAttempts), Before(DataKind.Invitations), Before(DataKind.ActionLinks));
        var (messages, entries, roles) = (Before(DataKind.Messages), Before(DataKind.AuditEntries), DateOnly.FromDateTime(Before(DataKind.Roles)));
        yield return (DataKind.Sessions, Rows(db.Sessions.Where(row => row.SeenAt < sessions)));
        yield return (DataKind.SignInAttempts, Rows(db.SignInAttempts.Where(row => row.At < attempts)));
        yield return (DataKind.Invitations, Rows(db.Invitations.Where(row => row.ExpiresAt < invitations)));
        var (asked, agreed) = (Before(DataKind.GuardianAgreements) - GuardianAgreement.LifeTime, DateOnly.FromDateTime(Before(DataKind.GuardianAgreements)));
        yield return (DataKind.GuardianAgreements, Rows(db.GuardianAgreements.Where(row => row.AgreedAt == null ? row.AskedAt < asked : row.EndsBefore < agreed)));
        yield return (DataKind.ActionLinks, Rows(db.ActionLinks.Where(row => row.ExpiresAt < links)));
        yield return (DataKind.Messages, Rows(db.OutgoingMessages.Where(row => row.FinishedAt < messages)));
        yield return (DataKind.Roles, Rows(db.RoleAssignments.Where(row => row.EndsOn < roles)));
        yield return (DataKind.AuditEntries, Rows(db.AuditEntries.Where(row => row.At < entries)));
    }

    private IQueryable<Account> UnusedAccounts()
    {
        var unused = Before(DataKind.Accounts);
        return db.Accounts.AsNoTracking().Where(row => row.ClosedAt == null && (row.SignedInAt ?? row.CreatedAt) < unused);
    }

    private IQueryable<AuditEntry> OldAddresses()
    {
        var addresses = Before(DataKind.AuditAddresses);
        return db.AuditEntries.Where(row => row.At < addresses && row.Address != null);
    }

    private DateTime Before(DataKind kind) => clock.UtcNow().AddDays(-RetentionRule.Of(kind).Days);

    private static ExpiredRows<T> Rows<T>(IQueryable<T> rows) where T : class => new(rows);

    /// <summary>Rows of any table whose time is over.</summary>
    private interface IExpiredRows
    {
        Task<int> CountAsync(CancellationToken ct);

        Task<int> DeleteAsync(CancellationToken ct);
    }

    private sealed class ExpiredRows<T>(IQueryable<T> rows) : IExpiredRows where T : class
    {
        public Task<int> CountAsync(CancellationToken ct) => rows.CountAsync(ct);

        public Task<int> DeleteAsync(CancellationToken ct) => rows.ExecuteDeleteAsync(ct);
    }
}
