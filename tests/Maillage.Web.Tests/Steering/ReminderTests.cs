using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Data.Audit;
using Maillage.Messages.Delivery;
using Maillage.Messages.Notifications;
using Maillage.Network.Campuses;
using Maillage.Steering.Actions;
using Maillage.Steering.Bodies;
using Maillage.Steering.Reminders;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Maillage.Web.Tests.Steering;

/// <summary>Who is reminded of what, through a real mail server.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private MailServer _server = null!;
    private WebApp _app = null!;
    private Campus _campus = null!;
    private WorkAxis _axis = null!;
    private Account _lead = null!;
    private Account _team = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await MailServer.StartAsync();
        _campus = _a.Campus(x => x.Named("Nautisme").In("52"));
        _axis = TestData.WorkAxis(_campus, "Attractivité");
        (_lead, _team) = (_a.Account(), _a.Account());
        _app = await WebApp.WithAsync(
            [.. TestData.Territories(), _campus, _axis, _lead, _team, TestData.RoleAssignment(_team, Role.CampusTeam, Scope.Campus(_campus.CampusId))],
            new WebAppOptions { Services = services => services.AddSingleton(Options.Create(_server.Settings)) });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Action_Late_TellsItsLeadOnceByMail()
    {
        await AskedAsync(_lead, NotificationFrequency.AtOnce);
        var action = Late("Forum des métiers");
        action.LeadAccountId = _lead.Id;
        await _app.Data.SaveAsync(action);

        Assert.Equal((1, 0), (await RemindAsync(), await RemindAsync()));
        await DeliverAsync();

        var mail = await _server.WaitForAsync(_lead.Email!);
        Assert.Contains("Forum des métiers", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("22/11/2026", mail.TextBody, StringComparison.Ordinal);
        Assert.EndsWith($"/espace/actions/{action.PlanActionId}", mail.Link().AbsolutePath, StringComparison.Ordinal);
        Assert.Single(await _server.TakenAsync());
    }

    [Fact]
    public async Task Action_LateThatNobodyLeads_TellsTheTeam()
    {
        await AskedAsync(_team, NotificationFrequency.AtOnce);
        await _app.Data.SaveAsync(Late("Forum"));

        await RemindAsync();
        await DeliverAsync();

        Assert.Contains("Forum", (await _server.WaitForAsync(_team.Email!)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_DueSoon_TellsItsOwnerAndOneDueLaterNobody()
    {
        await AskedAsync(_lead, NotificationFrequency.AtOnce);
        var body = TestData.Body(_campus, "Copil");
        var meeting = TestData.Meeting(body, DateTime.UnixEpoch.AddYears(56));
        var (soon, later) = (TestData.Decision(meeting, "Écrire aux membres", TestData.Today.AddDays(RemindOfDeadlines.DaysBefore)), TestData.Decision(meeting, "Recruter", TestData.Today.AddDays(RemindOfDeadlines.DaysBefore + 1)));
        (soon.OwnerAccountId, later.OwnerAccountId) = (_lead.Id, _lead.Id);
        await _app.Data.SaveAsync(body, meeting, soon, later);

        Assert.Equal(1, await RemindAsync());
        await DeliverAsync();

        Assert.Contains("Écrire aux membres", (await _server.WaitForAsync(_lead.Email!)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Things_OverOrNotDue_RemindNobody()
    {
        var done = Late("Faite");
        done.Apply(PlanActionEvent.Finish);
        var body = TestData.Body(_campus, "Copil");
        var meeting = TestData.Meeting(body, DateTime.UnixEpoch.AddYears(56));
        var decided = TestData.Decision(meeting, "Faite aussi", TestData.Today);
        decided.Apply(DecisionEvent.Finish);
        await _app.Data.SaveAsync(done, TestData.PlanAction(_axis, "Pour ce soir", TestData.Today), TestData.PlanAction(_axis, "Sans fin"), body, meeting, decided);

        Assert.Equal(0, await RemindAsync());
    }

    [Fact]
    public async Task Person_WhoAskedNotToBeTold_IsNot()
    {
        await AskedAsync(_team, NotificationFrequency.Never);
        await _app.Data.SaveAsync(Late("Forum"));

        await RemindAsync();

        await using var db = _app.NewContext();
        Assert.False(await db.Set<PendingNotification>().AnyAsync(Ct) || await db.Set<Maillage.Messages.OutgoingMessage>().AnyAsync(Ct));
    }

    [Fact]
    public async Task TwoNodes_AtTheSameTime_TellOnce()
    {
        await _app.Data.SaveAsync(Enumerable.Range(0, 12).Select(number => Late($"Action {number}")));

        var reminded = await Task.WhenAll(RemindAsync(), RemindAsync(), RemindAsync());

        Assert.Equal(12, reminded.Sum());
        await using var db = _app.NewContext();
        Assert.Equal(12, await db.Set<PendingNotification>().CountAsync(Ct));
    }

    [Fact]
    public async Task Action_GivenAnotherDay_IsToldAgainOnceThatDayIsPast()
    {
        var action = Late("Forum");
        await _app.Data.SaveAsync(action);
        await RemindAsync();
        await using (var db = _app.NewContext())
        {
            (await db.Set<PlanAction>().SingleAsync(Ct)).EndsOn = TestData.Today.AddDays(-2);
            await db.SaveAsync(Ct);
        }

        Assert.Equal(1, await RemindAsync());
    }

    private PlanAction Late(string title) => TestData.PlanAction(_axis, title, TestData.Today.AddDays(-1));

    private Task<int> AskedAsync(Account account, NotificationFrequency frequency) =>
        WithAsync<NotificationPreferences, int>(async preferences =>
        {
            await preferences.SetAsync(Author.Product, account.Id, new Dictionary<NotificationTopic, NotificationFrequency> { [NotificationTopic.Steering] = frequency }, Ct);
            return 0;
        });

    private Task<int> RemindAsync() => WithAsync<RemindOfDeadlines, int>(remind => remind.ExecuteAsync(Ct));

    private Task<int> DeliverAsync() => WithAsync<DeliverMessages, int>(deliver => deliver.ExecuteAsync(Ct));

    private async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> call) where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
