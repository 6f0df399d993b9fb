using Maillage.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys;

/// <summary>Nothing needs JavaScript.</summary>
public sealed class WithoutScriptTests(Site site)
{
    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Visitor_WithoutScript_FindsACampusAndReportsAnError(string language)
    {
        await using var visitor = await site.VisitAsync(language, options => options.JavaScriptEnabled = false);
        var page = visitor.Page;
        var message = $"Sans script, ce nom est faux ({language}).";

        await visitor.OpenAsync("/");
        await Expect(page.Locator("a.map-marker").First).ToBeVisibleAsync();
        await visitor.Field("network.search.q").FillAsync("nautisme");
        await visitor.Button("site.search.submit").ClickAsync();
        await page.Locator(".organisation-item").GetByRole(AriaRole.Link, new() { Name = "Campus Nautisme", Exact = true }).ClickAsync();
        await Expect(visitor.Title("Campus Nautisme")).ToBeVisibleAsync();
        await page.Locator("#sources").GetByRole(AriaRole.Link, new() { Name = visitor["site.footer.report"], Exact = true }).ClickAsync();
        await visitor.Field("publishing.report.message").FillAsync(message);
        await visitor.Button("publishing.report.send").ClickAsync();

        await Expect(visitor.Title(visitor["publishing.thanks.title"])).ToBeVisibleAsync();
        await using (var db = site.NewContext())
        {
            Assert.True(await db.FactReports.AnyAsync(row => row.Message == message, TestContext.Current.CancellationToken));
        }

        visitor.AssertNoComplaint();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Map_WithoutScript_IsADrawingWhoseMarkersLeadToTheCampuses(string language)
    {
        await using var visitor = await site.VisitAsync(language, options => options.JavaScriptEnabled = false);
        var page = visitor.Page;

        await visitor.OpenAsync("/campus?q=nautisme&region=52");
        await page.Locator("a.map-marker").ClickAsync();

        await Expect(visitor.Title("Campus Nautisme")).ToBeVisibleAsync();
        visitor.AssertNoComplaint();
    }
}
