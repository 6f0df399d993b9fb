using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Maillage.Journeys;

/// <summary>What axe can check of a page, in the light theme and in the dark one.</summary>
public static class Accessible
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <param name="page">The page, as the visitor sees it now.</param>
    /// <param name="without">Rules that are left out; each call says why.</param>
    public static async Task CheckAsync(IPage page, params string[] without)
    {
        var options = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Tags] },
            Rules = without.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false }),
            ResultTypes = [ResultType.Violations],
        };
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.RunAxe(options);
            Assert.True(result.Violations.Length == 0, $"{page.Url}, {theme}\n{string.Join('\n', result.Violations.Select(Describe))}");
        }
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Select(Describe))}";

    private static string Describe(AxeResultNode node) =>
        $"  {node.Html}\n    {string.Join("\n    ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}";
}
