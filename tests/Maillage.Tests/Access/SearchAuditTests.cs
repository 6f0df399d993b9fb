using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access.Traces;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Access;

/// <summary>Where little was done and where much was done are read in two ways, which find the same: what a plain filter keeps of every entry.</summary>
public sealed class SearchAuditTests : AccessData
{
    private const int Little = 130;
    private const int Much = SearchAudit.MostInstants + 130;
    private static readonly string[] Acts = ["test.act.often", "test.act.often", "test.act.often", "test.act.often", "test.act.rare"];
    private Campus _campus = null!;
    private Organisation _member = null!;
    private Organisation _other = null!;
    private Account _author = null!;
    private Account _colleague = null!;

    [Theory]
    [InlineData(Little)]
    [InlineData(Much)]
    public async Task Pages_OneAfterAnother_FindWhatThePerimeterHoldsInOrder(int done)
    {
        await DoneAsync(done);

        Assert.Equal(done, (await AssertFindsAsync(new AuditFilter(), _ => true)).Count(row => row.SubjectKey == Key(_member)) - 1);
    }

    [Theory]
    [InlineData(Little)]
    [InlineData(Much)]
    public async Task Filters_OfEachKind_FindWhatAPlainFilterKeeps(int done)
    {
        await DoneAsync(done);
        var (from, to) = (TestData.Today.AddDays(-1), TestData.Today.AddDays(-1));
        var (start, end) = (ParisClock.StartOf(from), ParisClock.StartOf(to.AddDays(1)));

        await AssertFindsAsync(new AuditFilter { ActCode = "test.act.rare" }, row => row.ActCode == "test.act.rare");
        await AssertFindsAsync(new AuditFilter { Author = " " + _author.Email!.ToUpperInvariant() }, row => row.AuthorId == _author.Id);
        await AssertFindsAsync(new AuditFilter { From = from, To = to }, row => row.At >= start && row.At < end);
        await AssertFindsAsync(new AuditFilter { SubjectKey = Key(_member), ActCode = "test.act.often" }, row => row.SubjectKey == Key(_member) && row.ActCode == "test.act.often");
        Assert.Empty(await AssertFindsAsync(new AuditFilter { Author = "personne@example.org" }, _ => false));
        Assert.Empty(await AssertFindsAsync(new AuditFilter { SubjectKey = Key(_other) }, _ => false));
    }

    [Fact]
    public async Task Administrator_ByAuthor_FindsAllThatTheyDidAndNothingForAnAddressThatNobodyHas()
    {
        await DoneAsync(Little);
        await using var db = NewContext();
        var expected = await db.AuditEntries.Where(row => row.AuthorId == _author.Id).OrderByDescending(row => row.At).ThenByDescending(row => row.AuditEntryId).Select(row => row.AuditEntryId).ToListAsync(Ct);

        Assert.Equal(expected, Ids(await PagesAsync(TestData.Administrator(), new AuditFilter { Author = _author.Email })));
        Assert.Empty(await PagesAsync(TestData.Administrator(), new AuditFilter { Author = "personne@example.org" }));
    }

    protected override async Task ArrangeAsync()
    {
        (_campus, _member, _other, _author, _colleague) = (A.Campus(), A.Organisation(), A.Organisation(), A.Account(), A.Account());
        await SaveAsync(TestData.Territories());
        await SaveAsync(_campus, _member, _other, _author, _colleague, TestData.Membership(_campus, _member), TestData.RoleAssignment(_author, Role.CampusTeam, Scope.Campus(_campus.CampusId)));
    }

    /// <summary>So many entries about the member, three at each instant, two days long, and as many that the perimeter does not hold.</summary>
    private async Task DoneAsync(int count)
    {
        var latest = Clock.UtcNow();
        AuditEntry Entry(int number, string subject, string key) => new()
        {
            ActId = Guid.CreateVersion7(),
            At = latest.AddSeconds(-(number / 3) * (2 * 86_400 * 3 / count)),
            ActCode = Acts[number % Acts.Length],
            AuthorKind = AuthorKind.Account,
            AuthorId = number % 7 == 0 ? _author.Id : _colleague.Id,
            Change = AuditChange.Modified,
            Subject = subject,
            SubjectKey = key,
            WithinKey = subject == "organisations" ? key : null,
        };

        await using var db = NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await db.BulkInsertAsync(Enumerable.Range(0, count).SelectMany(number => new[]
        {
            Entry(number, "organisations", Key(_member)), Entry(number, number % 2 == 0 ? "organisations" : "accounts", Key(number % 2 == 0 ? _other : _member)),
            Entry(number, "organisations", ""),
        }), Ct);
        await transaction.CommitAsync(Ct);
    }

    /// <summary>Page by page and in an export.</summary>
    private async Task<IReadOnlyList<AuditEntry>> AssertFindsAsync(AuditFilter filter, Func<AuditEntry, bool> keeps)
    {
        var director = TestData.Person(Role.CampusDirector, Scope.Campus(_campus.CampusId));
        await using var db = NewContext();
        var roles = await db.RoleAssignments.Select(row => row.RoleAssignmentId).ToListAsync(Ct);
        HashSet<string?> held = [_campus.CampusId.ToString(), Key(_member), .. roles.Select(id => id.ToString())];
        var expected = (await db.AuditEntries.AsNoTracking().OrderByDescending(row => row.At).ThenByDescending(row => row.AuditEntryId).ToListAsync(Ct))
            .FindAll(row => held.Contains(row.WithinKey) && keeps(row));

        var found = await PagesAsync(director, filter);

        Assert.Equal(Ids(expected), Ids(found));
        Assert.Equal(Ids(expected), Ids(await WithAsync<SearchAudit, List<AuditEntry>>(async audit => await (await audit.ExportAsync(director, filter, Ct)).ToListAsync(Ct))));
        return found;
    }

    private async Task<IReadOnlyList<AuditEntry>> PagesAsync(Actor actor, AuditFilter filter)
    {
        var found = new List<AuditEntry>();
        while (true)
        {
            var (entries, more) = await WithAsync<SearchAudit, (IReadOnlyList<SeenEntry> Entries, bool More)>(audit => audit.ReadAsync(actor, filter, Ct));
            found.AddRange(entries.Select(seen => seen.Entry));
            if (!more)
            {
                return found;
            }

            filter = filter with { After = found[^1].AuditEntryId };
        }
    }

    private static IEnumerable<Guid> Ids(IEnumerable<AuditEntry> entries) => entries.Select(row => row.AuditEntryId);

    private static string Key(Organisation organisation) => organisation.OrganisationId.ToString();
}
