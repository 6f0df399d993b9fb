using Maillage.Access;
using Maillage.Access.PersonalData;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data.Audit;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Access;

public sealed class EraseExpiredTests : AccessData
{
    [Fact]
    public async Task Data_OutOfTime_IsCountedThenErasedAndTheRestStays()
    {
        var account = A.Account("ancienne@example.org");
        await SaveAsync(account, TestData.RoleAssignment(account, Role.CampusTeam, Scope.Campus(Guid.CreateVersion7())), Session(account.Id));
        Clock.Advance(TimeSpan.FromDays(366));
        var recent = A.Account("recente@example.org");
        recent.SignedInAt = Clock.GetUtcNow().UtcDateTime;
        await SaveAsync(recent, Session(recent.Id));

        var preview = await WithAsync<EraseExpired, IReadOnlyDictionary<DataKind, int>>(erase => erase.PreviewAsync(Ct));
        var erased = await WithAsync<EraseExpired, IReadOnlyDictionary<DataKind, int>>(erase => erase.ExecuteAsync(Author.Product, Ct));

        Assert.Equal(1, preview[DataKind.Sessions]);
        Assert.Equal(preview.OrderBy(pair => pair.Key), erased.OrderBy(pair => pair.Key));
        await using var db = NewContext();
        Assert.Equal(recent.Id, (await db.Sessions.SingleAsync(Ct)).AccountId);
        Assert.All((await WithAsync<EraseExpired, IReadOnlyDictionary<DataKind, int>>(erase => erase.PreviewAsync(Ct))).Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Account_UnusedForThreeYears_IsErasedWithWhatNamesIt()
    {
        var account = A.Account("ancienne@example.org");
        await SaveAsync(account, TestData.RoleAssignment(account, Role.CampusTeam, Scope.Campus(Guid.CreateVersion7())));
        Clock.Advance(TimeSpan.FromDays(1_096));

        await WithAsync<EraseExpired, IReadOnlyDictionary<DataKind, int>>(erase => erase.ExecuteAsync(Author.Product, Ct));

        await using var db = NewContext();
        var erased = await db.Accounts.SingleAsync(Ct);
        Assert.False(erased.IsOpen);
        Assert.DoesNotContain("ancienne", erased.Email, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.AuditEntries.Select(row => row.Before + row.After).ToListAsync(Ct), text => text.Contains("ancienne", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_OfRetention_HasEachKindOnce() =>
        Assert.Equal(Enum.GetValues<DataKind>().Order(), RetentionRule.All.Select(rule => rule.Kind).Order());

    private Session Session(Guid accountId) => new()
    {
        AccountId = accountId,
        Method = SignInMethod.Passkey,
        Device = "Firefox · Linux",
        StartedAt = Clock.GetUtcNow().UtcDateTime,
        SeenAt = Clock.GetUtcNow().UtcDateTime,
        ProvedAt = Clock.GetUtcNow().UtcDateTime,
    };
}
