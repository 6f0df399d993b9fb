using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys;

/// <summary>A family looks for a campus: on the map, or down the list with the keyboard alone.</summary>
public sealed class FindACampusTests(Site site)
{
    private const string Nautisme = "Campus Nautisme";

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Map_MarkerOpened_LeadsToTheCampus(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;
        var marker = page.GetByRole(AriaRole.Button, new() { Name = Nautisme, Exact = true });
        var popup = page.GetByRole(AriaRole.Dialog, new() { Name = Nautisme, Exact = true });

        await visitor.OpenAsync("/");
        await visitor.WakeTheMapAsync();
        await marker.ClickAsync();
        await Expect(page.Locator("[data-map-list] li[data-active]")).ToContainTextAsync(Nautisme);
        await Expect(popup).ToContainTextAsync("Les Sables-d'Olonne");
        await Accessible.CheckAsync(page);
        await popup.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(visitor.Title(Nautisme)).ToBeVisibleAsync();
        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Map_GroupOpened_ComesCloserUntilTheWholeIsAskedFor(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var groups = visitor.Page.Locator(".map-pin--many");

        await visitor.OpenAsync("/");
        await visitor.WakeTheMapAsync();
        var sizes = await groups.AllInnerTextsAsync();
        var largest = groups.Nth(sizes.Index().MaxBy(group => int.Parse(group.Item, CultureInfo.InvariantCulture)).Index);
        var name = (await largest.GetAttributeAsync("aria-label"))!;
        var group = visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        await largest.ClickAsync();
        await Expect(group).ToHaveCountAsync(0);
        await Accessible.CheckAsync(visitor.Page);
        await visitor.Button("network.map.reset").ClickAsync();

        await Expect(group).ToHaveCountAsync(1);
        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Map_WithTheKeyboard_OpensAMarkerAndGivesTheFocusBack(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;
        var popup = page.GetByRole(AriaRole.Dialog, new() { Name = Nautisme, Exact = true });
        var marker = page.Locator(".map-pin");

        await visitor.OpenAsync("/campus?q=nautisme&region=52");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("[data-map-ready]").WaitForAsync();
        await visitor.TabToAsync(marker, atMost: 40);
        await page.Keyboard.PressAsync("Enter");
        await Expect(popup).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(popup).ToBeHiddenAsync();
        await Expect(marker).ToBeFocusedAsync();
        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task List_KeyboardAlone_LeadsToTheCampus(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;
        var skip = visitor.Link("site.skip.content");

        await visitor.OpenAsync("/");
        await visitor.TabToAsync(skip, atMost: 1);
        await page.Keyboard.PressAsync("Enter");
        await visitor.TabToAsync(visitor.Field("network.search.q"), atMost: 1);
        // Misspelt, as typed in haste.
        await page.Keyboard.TypeAsync("nautizme");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address.EndsWith("/recherche?q=nautizme", StringComparison.Ordinal));
        await visitor.TabToAsync(skip, atMost: 1);
        await page.Keyboard.PressAsync("Enter");
        await visitor.TabToAsync(page.Locator(".organisation-item").GetByRole(AriaRole.Link, new() { Name = Nautisme, Exact = true }), atMost: 30);
        await page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Title(Nautisme)).ToBeVisibleAsync();
        await visitor.LeaveAsync();
    }
}
