using Maillage.Web.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maillage.Journeys;

/// <summary>Someone who writes a program opens the reader of the API: all of it comes from this site, under its own policy.</summary>
public sealed class ReadTheApiTests(Site site)
{
    [Fact]
    public async Task Reader_Opened_ShowsTheOperationsAndAsksNobodyElse()
    {
        await using var visitor = await site.VisitAsync(Language.French);

        await visitor.Page.GotoAsync(ApiReader.Path);
        var title = visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First;
        await title.WaitForAsync();
        await visitor.Page.GetByText(visitor["api.operation.campuses.summary"], new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await visitor.Page.GetByText("/api/v1/campuses").First.WaitForAsync();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(visitor["api.title"], (await title.InnerTextAsync()).Trim());
        visitor.AssertNoComplaint();
    }
}
