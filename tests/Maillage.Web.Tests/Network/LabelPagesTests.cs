using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace Maillage.Web.Tests.Network;

public sealed class LabelPagesTests(SitePages site)
{
    [Theory]
    [InlineData("/labels", "Les labels et leurs dates", "56 périodes de label")]
    [InlineData("/en/labels", "Labels and their dates", "56 label periods")]
    public async Task Register_WithoutADate_ListsEveryPeriodWithItsStateToday(string address, string title, string count)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(count, page.GetElementById("results")!.Words());
        var table = Assert.IsAssignableFrom<IHtmlTableElement>(page.QuerySelector("table"));
        Assert.NotNull(table.Caption);
        Assert.Equal(56, table.Bodies[0].Rows.Length);
        Assert.All(page.QuerySelectorAll("thead th"), cell => Assert.Equal("col", cell.GetAttribute("scope")));
    }

    [Fact]
    public async Task Register_OfPaysDeLaLoireAtTheEndOf2018_HoldsItsSixLabels()
    {
        var (_, page) = await site.GetAsync("/labels?date=2018-12-31&region=52");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.Words()).ToList();
        Assert.Equal("Les labels au 31 décembre 2018", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(6, rows.Count);
        Assert.Single(rows, row => row.Contains("Présumé", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Campus Nautisme", StringComparison.Ordinal) && row.Contains("31 août 2022", StringComparison.Ordinal));
        Assert.Contains("/api/v1/labels.csv?asOf=2018-12-31&region=52", Exports(page));
    }

    [Fact]
    public async Task Register_WithEveryState_ShowsThosePassedAndThoseNotBegun()
    {
        var (_, page) = await site.GetAsync("/labels?date=2018-12-31&region=52&status=all");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.Words()).ToList();
        Assert.Contains(rows, row => row.Contains("Échu", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Pas encore commencé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Register_OfACategory_HoldsThatCategoryAlone()
    {
        var (_, page) = await site.GetAsync("/labels?category=excellence");

        Assert.Equal("12 périodes de label", page.GetElementById("results")!.Words());
        Assert.All(page.QuerySelectorAll("tbody tr td:nth-of-type(4)"), cell => Assert.Equal("Excellence", cell.Words()));
    }

    [Theory]
    [InlineData("date=32/13/2018", "date", "32/13/2018")]
    [InlineData("date=0001-01-01", "date", "0001-01-01")]
    [InlineData("region=00", "region", null)]
    [InlineData("category=or", "category", null)]
    public async Task Register_WithAValueThatDoesNotExist_SaysSoAndShowsTheRest(string query, string field, string? kept)
    {
        var (response, page) = await site.GetAsync("/labels?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull(page.Alert());
        Assert.Equal("true", page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal(kept, page.GetElementById(field)!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Legend_Always_ExplainsTheFourStates()
    {
        var (_, page) = await site.GetAsync("/labels");

        Assert.Equal(["En vigueur", "Présumé", "Échu", "Durée inconnue"], page.QuerySelectorAll(".legend dt").Select(state => state.Words()));
    }

    private static IEnumerable<string?> Exports(IHtmlDocument page) =>
        page.QuerySelectorAll(".result-line__exports a").Select(link => link.GetAttribute("href"));
}
