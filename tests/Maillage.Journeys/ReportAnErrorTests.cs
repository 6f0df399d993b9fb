using Maillage.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys;

/// <summary>A teacher sees a mistake on a page and says so, without an account.</summary>
public sealed class ReportAnErrorTests(Site site)
{
    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Report_SentFromACampus_IsKeptForItsTeam(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;
        var message = $"Le siège a déménagé à Nantes ({language}).";

        await visitor.OpenAsync(Addresses.RichCampus);
        await page.Locator("#sources").GetByRole(AriaRole.Link, new() { Name = visitor["site.footer.report"], Exact = true }).ClickAsync();
        await visitor.Field("publishing.report.message").FillAsync(message);
        await visitor.Button("publishing.report.send").ClickAsync();

        await Expect(visitor.Title(visitor["publishing.thanks.title"])).ToBeVisibleAsync();
        await using (var db = site.NewContext())
        {
            var report = await db.FactReports.SingleAsync(row => row.Message == message, TestContext.Current.CancellationToken);
            Assert.Equal((Addresses.RichCampus, language), (report.Page, report.Language));
        }

        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Report_TooShort_IsShownAgainWithWhatIsWrong(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;
        var message = visitor.Page.Locator("textarea");

        await visitor.OpenAsync(Addresses.Form);
        // The browser would refuse it first: some do not.
        await page.Locator("form.report").EvaluateAsync("form => form.noValidate = true");
        await message.FillAsync("Faux");
        await visitor.Button("publishing.report.send").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("4");
        await Expect(message).ToHaveValueAsync("Faux");
        await Expect(message).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.LeaveAsync();
    }
}
