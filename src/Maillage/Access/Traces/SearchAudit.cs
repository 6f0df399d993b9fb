using Maillage.Access.People;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Traces;

/// <summary>What is looked for in the audit; every part is optional.</summary>
public sealed record AuditFilter
{
    /// <summary>E-mail address of who did it.</summary>
    public string? Author { get; init; }

    /// <summary>Code of what was done.</summary>
    public string? ActCode { get; init; }

    /// <summary>Identifier of what it was done to.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>First day, in Paris.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in Paris.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The entry after which the page begins: the last of the page before.</summary>
    public Guid? After { get; init; }
}

/// <summary>An entry, and what its author is called when it is a person.</summary>
public sealed record SeenEntry(AuditEntry Entry, string? AuthorName);

/// <summary>
/// Searches the audit, the latest first. Who has the right within a perimeter finds what was done to the things of that
/// perimeter: its campuses, their members, the roles held and offered there.
/// </summary>
public sealed class SearchAudit(MaillageDb db, IScopeDirectory scopes, PeopleOfActor people, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Most entries of one export.</summary>
    public const int MostExported = 50_000;

    private const int MostKeys = 5_000;

    /// <summary>Tables whose things lie within a perimeter.</summary>
    private static readonly string[] Subjects = ["campuses", "organisations", "role_assignments", "invitations"];

    /// <returns>The entries of a page, and whether others follow.</returns>
    public async Task<(IReadOnlyList<SeenEntry> Entries, bool More)> ReadAsync(Actor actor, AuditFilter filter, CancellationToken ct)
    {
        var found = await (await FoundAsync(actor, filter, ct)).Take(PageSize + 1).ToListAsync(ct);
        return ([.. await NamedAsync(found.Take(PageSize).ToList(), ct)], found.Count > PageSize);
    }

    /// <summary>Every entry that is found, and leaves a trace of its own: the audit says who took it away.</summary>
    public async Task<IAsyncEnumerable<AuditEntry>> ExportAsync(Actor actor, AuditFilter filter, CancellationToken ct)
    {
        var found = (await FoundAsync(actor, filter with { After = null }, ct)).Take(MostExported);
        db.TraceMany(actor.Doing(AccessActs.AuditExported), clock, AuditChange.Read, "audit_entries");
        await db.SaveChangesAsync(ct);
        return found.AsAsyncEnumerable();
    }

    private async Task<IQueryable<AuditEntry>> FoundAsync(Actor actor, AuditFilter filter, CancellationToken ct)
    {
        var found = db.AuditEntries.AsNoTracking();
        var isWithin = !actor.Can(Permission.ReadAudit, Perimeter.National);
        if (isWithin)
        {
            var keys = await KeysAsync(actor, ct);
            // By table and key, which an index has: a perimeter where little was done must not make the whole audit be read.
            found = found.Where(row => Subjects.Contains(row.Subject) && keys.Contains(row.SubjectKey));
        }

        if (!string.IsNullOrWhiteSpace(filter.Author))
        {
            var email = filter.Author.Trim().ToLowerInvariant();
            var authors = await db.Accounts.Where(row => row.NormalizedEmail == email).Select(row => (Guid?)row.Id).ToListAsync(ct);
            found = isWithin ? found.Where(row => authors.Contains(row.AuthorId ?? Guid.Empty)) : found.Where(row => authors.Contains(row.AuthorId));
        }

        if (!string.IsNullOrWhiteSpace(filter.ActCode))
        {
            // Within a perimeter its things are fewer than the acts of a kind: written so that their index is the one that serves.
            found = isWithin ? found.Where(row => row.ActCode + "" == filter.ActCode) : found.Where(row => row.ActCode == filter.ActCode);
        }

        if (!string.IsNullOrWhiteSpace(filter.SubjectKey))
        {
            found = found.Where(row => row.SubjectKey == filter.SubjectKey);
        }

        if (filter.From is { } from)
        {
            var start = ParisClock.StartOf(from);
            found = found.Where(row => row.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = ParisClock.StartOf(to.AddDays(1));
            found = found.Where(row => row.At < end);
        }

        if (filter.After is { } after && await db.AuditEntries.Where(row => row.AuditEntryId == after).Select(row => (DateTime?)row.At).SingleOrDefaultAsync(ct) is { } at)
        {
            found = found.Where(row => row.At < at || (row.At == at && row.AuditEntryId.CompareTo(after) < 0));
        }

        return found.OrderByDescending(row => row.At).ThenByDescending(row => row.AuditEntryId);
    }

    private async Task<List<string>> KeysAsync(Actor actor, CancellationToken ct)
    {
        var held = actor.ScopesFor(Permission.ReadAudit);
        var within = (await scopes.WithinAsync(held, ct)).Where(scope => scope.Kind is ScopeKind.Campus or ScopeKind.Organisation).Select(scope => scope.Key).ToList();
        var roles = await (await people.VisibleAsync(actor, ct)).OrderByDescending(row => row.StartsOn).Select(row => row.RoleAssignmentId).Take(MostKeys).ToListAsync(ct);
        var invitations = await db.Invitations.Where(row => within.Contains(row.ScopeKey)).OrderByDescending(row => row.SentAt).Select(row => row.InvitationId).Take(MostKeys).ToListAsync(ct);
        return [.. within, .. roles.Select(id => id.ToString()), .. invitations.Select(id => id.ToString())];
    }

    private async Task<IEnumerable<SeenEntry>> NamedAsync(List<AuditEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(row => row.AuthorId).OfType<Guid>().Distinct().ToList();
        var names = await db.Accounts.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        return entries.Select(row => new SeenEntry(row, row.AuthorId is { } id ? names.GetValueOrDefault(id) : null));
    }
}
