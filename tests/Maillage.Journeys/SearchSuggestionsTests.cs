using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys;

/// <summary>Suggestions under the box, while one types.</summary>
public sealed class SearchSuggestionsTests(Site site)
{
    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Box_KeyboardAlone_LeadsToASuggestion(string language)
    {
        await using var visitor = await site.VisitAsync(language);
        var page = visitor.Page;
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = visitor["search.q"] });
        var suggestions = page.GetByRole(AriaRole.Listbox);

        await visitor.OpenAsync("/recherche");
        await box.PressSequentiallyAsync("cap boulang");
        await suggestions.WaitForAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Escape");
        await Expect(suggestions).ToBeHiddenAsync();
        await box.PressSequentiallyAsync("e");
        await suggestions.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(suggestions.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("CAP Boulanger");
        await page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Title("CAP Boulanger")).ToBeVisibleAsync();
        await visitor.LeaveAsync();
    }
}
