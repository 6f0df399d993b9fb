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
/// perimeter: its campuses and what they keep, their members, the roles held and offered there.
/// </summary>
public sealed class SearchAudit(MaillageDb db, IScopeDirectory scopes, PeopleOfActor people, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Most entries of one export.</summary>
    public const int MostExported = 50_000;

    /// <summary>Entries up to which a perimeter is one where little was done.</summary>
    public const int MostInstants = 2_000;

    private const int MostKeys = 5_000;

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

        var last = filter.After is { } after ? await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(row => row.AuditEntryId == after, ct) : null;
        if (last is not null)
        {
            found = found.Where(row => row.At <= last.At);
        }

        if (!actor.Can(Permission.ReadAudit, Perimeter.National))
        {
            var keys = await KeysAsync(actor, ct);
            found = await WithinAsync(found, keys, ct);
        }

        if (!string.IsNullOrWhiteSpace(filter.SubjectKey))
        {
            found = found.Where(row => row.SubjectKey == filter.SubjectKey);
        }

        if (last is not null)
        {
            found = found.Where(row => row.At < last.At || row.AuditEntryId.CompareTo(last.AuditEntryId) < 0);
        }

        if (!string.IsNullOrWhiteSpace(filter.Author))
        {
            var email = filter.Author.Trim().ToLowerInvariant();
            // One account and not a list of them, so that its index gives the latest first; no entry is of the empty identifier.
            var author = await db.Accounts.Where(row => row.NormalizedEmail == email).Select(row => row.Id).SingleOrDefaultAsync(ct);
            found = found.Where(row => row.AuthorId == author);
        }

        if (!string.IsNullOrWhiteSpace(filter.ActCode))
        {
            found = found.Where(row => row.ActCode == filter.ActCode);
        }

        return found.OrderByDescending(row => row.At).ThenByDescending(row => row.AuditEntryId);
    }

    /// <summary>
    /// The entries about the things of a perimeter. No engine guesses how much was done there: taking little for much, it reads
    /// the whole audit backwards in search of a page; taking much for little, it sorts half of the audit. So it is first looked
    /// at, in an index alone and up to a bound: little is then read at the instants at which it was done; where there is much,
    /// the latest first soon make a page.
    /// </summary>
    private static async Task<IQueryable<AuditEntry>> WithinAsync(IQueryable<AuditEntry> found, List<string> keys, CancellationToken ct)
    {
        var instants = await found.Where(row => keys.Contains(row.WithinKey!)).Select(row => row.At).Take(MostInstants + 1).ToListAsync(ct);
        // Written so that the index by perimeter, which must not serve here, cannot.
        var within = found.Where(row => keys.Contains(row.WithinKey + ""));
        return instants.Count > MostInstants ? within : within.Where(row => instants.Contains(row.At));
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
