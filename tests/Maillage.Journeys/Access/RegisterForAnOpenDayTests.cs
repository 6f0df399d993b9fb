using Maillage.Access.Rights;
using Maillage.TestKit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys.Access;

/// <summary>A campus team announces an open day; a visitor registers from a phone, is told by mail, and withdraws by its link.</summary>
public sealed class RegisterForAnOpenDayTests(Site site, Office office) : IClassFixture<Office>
{
    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Visitor_OnAPhone_RegistersAndWithdraws(string language)
    {
        var team = await office.PersonAsync($"agenda.{language}@example.org", language, Role.CampusTeam);
        await using var writer = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(writer, team);
        await writer.OpenAsync($"/espace/campus/{office.Campus.CampusId}/agenda");
        await writer.Link("publishing.event.new").ClickAsync();
        var title = $"Portes ouvertes du chantier {language}";
        await writer.Page.Locator("#kind").SelectOptionAsync("open_day");
        await writer.Page.Locator("#titleFr").FillAsync(title);
        await writer.Page.Locator("#startsAt").FillAsync("2090-03-12T09:00");
        await writer.Page.Locator("#endsAt").FillAsync("2090-03-12T17:00");
        await writer.Page.Locator("#place").FillAsync("Quai de la Fosse, Nantes");
        await writer.Page.Locator("#places").FillAsync("50");
        await writer.Button("publishing.articles.save").ClickAsync();
        await Expect(writer.Page.Locator("[role=status]")).ToContainTextAsync(writer["publishing.event.saved"]);
        await writer.Button("publishing.event.publish").ClickAsync();
        await Expect(writer.Page.Locator("[role=status]")).ToContainTextAsync(writer["publishing.event.shown"]);
        await Accessible.CheckAsync(writer.Page);

        await using var visitor = await site.VisitAsync(office.Address, language, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await visitor.OpenAsync($"/campus/{office.Campus.Slug}");
        await visitor.Page.Locator("#agenda").GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Accessible.CheckAsync(visitor.Page);
        await visitor.Page.Locator("#name").FillAsync("Famille Martin");
        await visitor.Page.Locator("#email").FillAsync($"martin.{language}@example.org");
        await visitor.Page.Locator("#people").SelectOptionAsync("3");
        await visitor.Button("publishing.registration.submit").ClickAsync();
        await Expect(visitor.Page.Locator("[role=status]")).ToContainTextAsync(visitor["publishing.registration.done"]);

        var mail = await office.MailForAsync($"martin.{language}@example.org");
        Assert.Contains(title, mail.Subject, StringComparison.Ordinal);
        await visitor.Page.GotoAsync(office.Here(mail.Link()));
        await Accessible.CheckAsync(visitor.Page);
        await visitor.Button("publishing.registration.withdraw").ClickAsync();
        await Expect(visitor.Page.Locator("main strong")).ToHaveTextAsync(visitor["publishing.registration_state.withdrawn"]);
    }
}
