using Maillage.Access.Rights;
using Maillage.Data.Audit;
using Maillage.Messages.Notifications;
using Maillage.Shared;
using Maillage.Steering.Reminders;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys.Access;

/// <summary>Someone of a campus team calls a meeting, notes what it decided, plans an action that is already late, and is reminded of both by mail.</summary>
public sealed class SteerACampusTests(Site site, Office office) : IClassFixture<Office>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Team_OfACampus_MeetsDecidesAndIsRemindedByMail(string language)
    {
        var team = await office.PersonAsync($"pilotage.{language}@example.org", language, Role.CampusTeam);
        await using var scope = office.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NotificationPreferences>().SetAsync(
            Author.Product, team.Id, new Dictionary<NotificationTopic, NotificationFrequency> { [NotificationTopic.Steering] = NotificationFrequency.AtOnce }, Ct);
        var yesterday = TimeProvider.System.Today().AddDays(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await office.App.Data.SaveAsync(TestData.WorkAxis(office.Campus, "Attractivité"));
        await using var visitor = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(visitor, team);

        await visitor.OpenAsync($"/espace/campus/{office.Campus.CampusId}/pilotage");
        await visitor.Page.Locator("#name").FillAsync("Comité de pilotage");
        await visitor.Button("steering.bodies.submit").ClickAsync();
        await Expect(visitor.Page.Locator("main [role=status]")).ToContainTextAsync(visitor["steering.saved"]);
        await visitor.Page.GetByText(visitor["steering.meetings.add"]).ClickAsync();
        await visitor.Page.Locator("#startsAt").FillAsync("2027-03-10T14:30");
        await visitor.Page.Locator("#agenda").FillAsync("Bilan\nBudget");
        await Accessible.CheckAsync(visitor.Page);
        await visitor.Button("steering.meetings.submit").ClickAsync();
        await Expect(visitor.Page.Locator("h1")).ToContainTextAsync("14:30");

        await visitor.Page.GetByText(visitor["steering.decisions.add"]).ClickAsync();
        await visitor.Page.Locator("#text").FillAsync("Écrire aux membres");
        await visitor.Page.Locator("#owner").SelectOptionAsync(team.Id.ToString());
        await visitor.Page.Locator("#dueOn").FillAsync(yesterday);
        await visitor.Button("steering.decisions.submit").ClickAsync();
        await Expect(visitor.Page.Locator("[aria-labelledby=decisions]")).ToContainTextAsync(visitor["steering.actions.late"]);
        await Accessible.CheckAsync(visitor.Page);

        await visitor.OpenAsync($"/espace/campus/{office.Campus.CampusId}/actions/nouvelle");
        await visitor.Page.Locator("#title").FillAsync("Forum des métiers");
        await visitor.Page.Locator("#lead").SelectOptionAsync(team.Id.ToString());
        await visitor.Page.Locator("#endsOn").FillAsync(yesterday);
        await visitor.Button("steering.actions.submit").ClickAsync();
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(visitor["steering.actions.late"]);
        await Accessible.CheckAsync(visitor.Page);

        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<RemindOfDeadlines>().ExecuteAsync(Ct));
        // The first message was the link by which one came in.
        var mails = new[] { await office.MailForAsync(team.Email!, 2), await office.MailForAsync(team.Email!, 3) };
        Assert.Contains(mails, mail => mail.TextBody!.Contains("Écrire aux membres", StringComparison.Ordinal));
        var late = Assert.Single(mails, mail => mail.TextBody!.Contains("Forum des métiers", StringComparison.Ordinal));
        await visitor.Page.GotoAsync(office.Here(late.Link()));
        await Expect(visitor.Page.Locator("h1")).ToContainTextAsync("Forum des métiers");
        await visitor.Button("steering.event.finish").ClickAsync();
        await Expect(visitor.Page.Locator("main [role=status]")).ToContainTextAsync(visitor["steering.actions.moved"]);
        await Accessible.CheckAsync(visitor.Page);
        await visitor.LeaveAsync();
    }
}
