using Maillage.Access;
using Maillage.Data.Audit;
using Maillage.Publishing;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private TestDatabase _data = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _data = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _data.DisposeAsync();

    [Fact]
    public async Task Save_WithoutAnAct_IsRefusedAndWritesNothing()
    {
        await using var db = _data.NewContext();
        db.Add(_a.Account());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));

        await using var later = _data.NewContext();
        Assert.Empty(await later.Accounts.ToListAsync(Ct));
    }

    [Fact]
    public async Task Addition_Saved_TellsWhoWhatAndWhyAndHidesSecrets()
    {
        var account = _a.Account("jean@example.org");
        account.PasswordHash = "hash-of-a-password";
        await using var db = _data.NewContext();
        db.Add(account);
        var author = new Author(AuthorKind.Account, Guid.CreateVersion7(), "192.0.2.1");

        await db.SaveChangesAsync(author.Doing("test.act", "pour essayer"), TestData.Clock(), Ct);

        var entry = await OnlyEntryAsync(AuditChange.Added);
        Assert.Equal(("accounts", account.Id.ToString()), (entry.Subject, entry.SubjectKey));
        Assert.Equal((author.Id, author.Address, "test.act", "pour essayer"), (entry.AuthorId, entry.Address, entry.ActCode, entry.Reason));
        Assert.Null(entry.Before);
        Assert.Contains("jean@example.org", entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("hash-of-a-password", entry.After, StringComparison.Ordinal);
        Assert.Contains("\"password_hash\":\"•••\"", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_Saved_TellsBeforeAndAfterOfWhatChangedAlone()
    {
        var account = _a.Account();
        await _data.SaveAsync(account);
        await using var db = _data.NewContext();
        (await db.Accounts.SingleAsync(Ct)).Name = "Dominique Petit";

        await db.SaveAsync(Ct);

        var entry = await OnlyEntryAsync(AuditChange.Modified);
        Assert.Equal("""{"folded_name":"camille martin","name":"Camille Martin"}""", entry.Before);
        Assert.Equal("""{"folded_name":"dominique petit","name":"Dominique Petit"}""", entry.After);
    }

    [Fact]
    public async Task ComplexValue_Changed_IsTold()
    {
        var organisation = _a.Organisation();
        await _data.SaveAsync(TestData.Territories().Append(organisation));
        await using var db = _data.NewContext();
        var same = await db.Set<Maillage.Network.Organisations.Organisation>().SingleAsync(Ct);
        same.Provenance = same.Provenance with { Source = "Une autre source" };

        await db.SaveAsync(Ct);

        Assert.Contains("Une autre source", (await OnlyEntryAsync(AuditChange.Modified)).After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_Saved_TellsWhatWas()
    {
        await _data.SaveAsync(_a.Account("parti@example.org"));
        await using var db = _data.NewContext();
        db.Remove(await db.Accounts.SingleAsync(Ct));

        await db.SaveAsync(Ct);

        var entry = await OnlyEntryAsync(AuditChange.Removed);
        Assert.Contains("parti@example.org", entry.Before, StringComparison.Ordinal);
        Assert.Null(entry.After);
    }

    [Fact]
    public async Task ManyRows_OfOneLoad_AreCountedByTable()
    {
        await using var db = _data.NewContext();
        db.AddRange(_a.Account(), _a.Account(), new FactReport { Page = "/", Message = "Ce nom est faux.", Language = "fr", SentAt = TestData.Clock().GetUtcNow().UtcDateTime });

        await db.SaveCountedAsync(Author.Product.Doing("test.act"), TestData.Clock(), Ct);

        await using var later = _data.NewContext();
        var entries = await later.AuditEntries.OrderBy(row => row.Subject).ToListAsync(Ct);
        Assert.Equal([("accounts", """{"added":2}"""), ("fact_reports", """{"added":1}""")], entries.Select(entry => (entry.Subject, entry.After!)));
        Assert.Single(entries.Select(entry => entry.ActId).Distinct());
    }

    [Fact]
    public async Task Reading_OfAThing_LeavesATrace()
    {
        var account = _a.Account();
        await _data.SaveAsync(account);
        await using var db = _data.NewContext();

        db.TraceReading(Author.Visitor().Doing("test.act"), TestData.Clock(), await db.Accounts.SingleAsync(Ct));
        await db.SaveChangesAsync(Ct);

        Assert.Equal(account.Id.ToString(), (await OnlyEntryAsync(AuditChange.Read)).SubjectKey);
    }

    private async Task<AuditEntry> OnlyEntryAsync(AuditChange change)
    {
        await using var db = _data.NewContext();
        return await db.AuditEntries.SingleAsync(row => row.Change == change && (change != AuditChange.Added || row.ActCode == "test.act"), Ct);
    }
}
