using Microsoft.Playwright;
using Xunit;

namespace Maillage.Journeys;

/// <summary>Every page fits a phone.</summary>
public sealed class EveryPageOnAPhoneTests(Site site)
{
    private const int Width = 360;

    // What scrolls by itself, or is cut on purpose, may be wider than the screen.
    private const string WhatSticksOut = """
        width => document.documentElement.scrollWidth <= width ? [] : [...document.body.querySelectorAll('*')]
          .filter(element => element.getBoundingClientRect().right > width + 0.5)
          .map(element => `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.getBoundingClientRect().right}`)
          .slice(0, 8)
        """;

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Pages_OnAPhone_NeverScrollSideways(string language)
    {
        await using var visitor = await site.VisitAsync(language, options =>
        {
            options.ViewportSize = new ViewportSize { Width = Width, Height = 780 };
            options.HasTouch = true;
            options.IsMobile = true;
        });
        var wrong = new List<string>();

        foreach (var path in (IEnumerable<string>)[.. Addresses.Pages, Addresses.Form, .. Addresses.Missing, .. Addresses.Misunderstood])
        {
            await visitor.OpenAsync(path);
            wrong.AddRange((await visitor.Page.EvaluateAsync<string[]>(WhatSticksOut, Width)).Select(element => $"{path}: {element}"));
        }

        Assert.Empty(wrong);
        visitor.AssertNoComplaint();
    }
}
