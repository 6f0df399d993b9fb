using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class LabelsApiTests(SitePages site)
{
    [Fact]
    public async Task Labels_WithoutDate_AreEveryPeriod()
    {
        var list = await site.Client.JsonAsync("/api/v1/labels?pageSize=100");

        Assert.Equal(56, list.GetProperty("total").GetInt32());
        Assert.Contains(list.Items(), row => row.Text("status") == "expired");
    }

    [Fact]
    public async Task Labels_OfPaysDeLaLoireAtTheEndOf2018_AreTheSixThatStand()
    {
        var list = await site.Client.JsonAsync("/api/v1/labels?asOf=2018-12-31&region=52");

        Assert.Equal(6, list.GetProperty("total").GetInt32());
        Assert.All(list.Items(), row => Assert.Contains(row.Text("status"), (string[])["in_force", "presumed"]));
        Assert.Equal(
            ["2017-09-01", "2017-09-01", "2018-09-01", "2018-09-01", "2018-09-01", "2018-09-01"],
            list.Items().Select(row => row.Text("start")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Labels_ExpiredOnADate_AreThoseWhoseStatedEndHasPassed()
    {
        var list = await site.Client.JsonAsync("/api/v1/labels?asOf=2018-12-31&status=expired");

        Assert.Equal(["aeronautique-pays-de-la-loire-bretagne"], list.Items().Select(row => row.GetProperty("campus").Text("slug")));
    }

    [Fact]
    public async Task Labels_OfACategory_AreOfThatCategory()
    {
        var list = await site.Client.JsonAsync("/api/v1/labels?category=excellence&pageSize=100");

        Assert.NotEmpty(list.Items());
        Assert.All(list.Items(), row => Assert.Equal("excellence", row.Text("category")));
    }
}
