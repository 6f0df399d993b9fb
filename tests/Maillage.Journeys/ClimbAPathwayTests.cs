using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys;

/// <summary>A pupil in Saint-Nazaire looks for welding, finds a CAP, climbs to engineer.</summary>
public sealed class ClimbAPathwayTests(Site site)
{
    private const string Cap = "CAP Réalisations industrielles en chaudronnerie ou soudage option soudage";

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Pupil_WithTheMouse_ClimbsFromWeldingToEngineer(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;

        await visitor.OpenAsync("/");
        // Misspelt, as typed in haste.
        await visitor.Field("network.search.q").FillAsync("cap soudaje");
        await visitor.Button("site.search.submit").ClickAsync();
        await page.Locator(".organisation-item").GetByRole(AriaRole.Link, new() { Name = Cap, Exact = true }).ClickAsync();
        await Expect(visitor.Title(Cap)).ToBeVisibleAsync();
        await visitor.Link("catalogue.qualification.pathways").ClickAsync();
        await page.Locator("#near").FillAsync("Saint-Nazaire");
        await visitor.Field("catalogue.pathways.to_level").SelectOptionAsync("7");
        await visitor.Button("catalogue.pathways.submit").ClickAsync();

        await ExpectAnEngineerAsync(visitor);
        await page.Locator(".milestones a").Nth(1).ClickAsync();
        await Expect(page.Locator(".route-list > li").First).ToHaveAttributeAsync("data-route", "2");
        await Expect(page.Locator("svg.ladder")).ToBeVisibleAsync();
        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Pupil_WithTheKeyboardAlone_ClimbsFromWeldingToEngineer(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;
        var skip = visitor.Link("site.skip.content");

        await visitor.OpenAsync("/parcours?toLevel=7");
        await visitor.TabToAsync(skip, atMost: 1);
        await page.Keyboard.PressAsync("Enter");
        await visitor.TabToAsync(page.Locator("#from"), atMost: 3);
        await page.Keyboard.TypeAsync("soudage");
        await visitor.TabToAsync(page.Locator("#near"), atMost: 6);
        await page.Keyboard.TypeAsync("saint nazaire");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("from=soudage"));
        await visitor.TabToAsync(skip, atMost: 1);
        await page.Keyboard.PressAsync("Enter");
        await visitor.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = Cap, Exact = true }), atMost: 20);
        await page.Keyboard.PressAsync("Enter");
        await ExpectAnEngineerAsync(visitor);
        var other = page.Locator(".route-list summary").First;
        await visitor.TabToAsync(other, atMost: 60);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".route-list details").First.Locator(".route__step").First).ToBeVisibleAsync();
        await visitor.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Pupil_WithoutScript_ClimbsFromWeldingToEngineer(string language)
    {
        await using var visitor = await site.VisitAsync(language, options => options.JavaScriptEnabled = false);
        var page = visitor.Page;

        await visitor.OpenAsync("/parcours?toLevel=7");
        await AskForWeldingAsync(visitor);
        await page.GetByRole(AriaRole.Link, new() { Name = Cap, Exact = true }).ClickAsync();

        await ExpectAnEngineerAsync(visitor);
        visitor.AssertNoComplaint();
    }

    private static async Task AskForWeldingAsync(Visitor visitor)
    {
        await visitor.Page.Locator("#from").FillAsync("soudage");
        await visitor.Page.Locator("#near").FillAsync("Saint-Nazaire");
        await visitor.Button("catalogue.pathways.submit").ClickAsync();
    }

    private static async Task ExpectAnEngineerAsync(Visitor visitor)
    {
        var steps = visitor.Page.Locator("[data-route='1'] .route__step");
        await Expect(steps.First).ToContainTextAsync(Cap);
        await Expect(steps.Last).ToContainTextAsync("Ingénieur");
        await Expect(visitor.Page.Locator("[data-route='1'] .route__places").First).ToContainTextAsync("Saint-Nazaire");
    }
}
