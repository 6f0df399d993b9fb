using System.Globalization;
using Maillage.TestKit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys;

/// <summary>Someone who steers the network reads it: on a day, in a region, in the other language, as a table.</summary>
public sealed class ReadTheNetworkTests(Site site)
{
    private const string EndOf2018 = "/campus?date=2018-12-31";

    private static readonly string[] PaysDeLaLoireIn2018 =
    [
        "Campus Aéronautique Pays de la Loire - Bretagne",
        "Campus Bâtisseurs de constructions d'avenir",
        "Campus Filière alimentaire de demain",
        "Campus Industries créatives de la mode et du luxe",
        "Campus Nautisme",
        "Campus Tourisme, restauration et international",
    ];

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Directory_AtTheEndOf2018_SaysWhatWasCountedAndWhatIsKnown(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;

        await visitor.OpenAsync("/campus");
        await visitor.Field("network.search.date").FillAsync("2018-12-31");
        await visitor.Button("network.search.submit").ClickAsync();
        await Expect(page.Locator(".coverage")).ToContainTextAsync("95 campus");
        var known = (await visitor.CampusNamesAsync()).Count.ToString(CultureInfo.InvariantCulture);
        await Expect(page.Locator("#results")).ToContainTextAsync($"{known} campus");
        await Expect(page.Locator(".coverage")).ToContainTextAsync(language == "fr" ? $"en connaît {known} sur 95" : $"{known} of the 95");
        await visitor.Field("network.search.region").SelectOptionAsync("Pays de la Loire");
        await visitor.Button("network.search.submit").ClickAsync();

        await Expect(page.Locator("#results")).ToContainTextAsync("6 campus");
        Assert.Equal(PaysDeLaLoireIn2018, (await visitor.CampusNamesAsync()).Order(StringComparer.Ordinal));
        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Region_OpenedFromTheHomePage_ListsItsCampusesWithTheirLabels(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;

        await visitor.OpenAsync("/");
        await visitor.Link("network.home.way.region").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Pays de la Loire", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Pays de la Loire");
        Assert.Superset(PaysDeLaLoireIn2018.ToHashSet(), (await visitor.CampusNamesAsync()).ToHashSet());
        Assert.All(await page.Locator(".campus-item__label").AllInnerTextsAsync(), label => Assert.Matches("20[0-9]{2}", label));
        await visitor.LeaveAsync();
    }

    [Theory]
    [InlineData("fr", "en", "English")]
    [InlineData("en", "fr", "Français")]
    public async Task Directory_LanguageSwitched_KeepsItsFilters(string language, string other, string name)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;

        await visitor.OpenAsync($"{EndOf2018}&region=52");
        var names = await visitor.CampusNamesAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", other);
        await Expect(page).ToHaveURLAsync(Addresses.In(other, $"{EndOf2018}&region=52"));
        await Expect(page.Locator("#date")).ToHaveValueAsync("2018-12-31");
        await Expect(page.Locator("#region")).ToHaveValueAsync("52");
        Assert.Equal(names, await visitor.CampusNamesAsync());
        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Directory_DownloadedAsATable_HoldsTheRowsOfTheList(string language)
    {
        await using var visitor = await site.VisitAsync(language);

        await visitor.OpenAsync($"{EndOf2018}&sector=mobilite-aeronautique-transports");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.Page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync());
        var table = CsvTable.Read((await download.PathAsync())!);

        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.NotEqual(0, table.Count);
        Assert.Equal(await visitor.CampusNamesAsync(), Enumerable.Range(2, table.Count).Select(line => table[line, "name"]));
        await visitor.LeaveAsync();
    }
}
