using System.Globalization;
using System.Net;
using System.Text.Json;
using Maillage.Network.Campuses;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class CampusesApiTests(SitePages site)
{
    private const string All = "/api/v1/campuses?pageSize=100";

    [Fact]
    public async Task Campuses_PaysDeLaLoireAtTheEndOf2018_AreExactlySixWithTheirDates()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?asOf=2018-12-31&region=52");

        Assert.Equal(
            [
                "aeronautique-pays-de-la-loire-bretagne 2017-09-01 presumed",
                "batisseurs-constructions-avenir 2018-09-01 in_force",
                "filiere-alimentaire-de-demain 2018-09-01 in_force",
                "mode-luxe-pays-de-la-loire 2017-09-01 in_force",
                "nautisme-pays-de-la-loire 2018-09-01 in_force",
                "tourisme-restauration-international 2018-09-01 in_force",
            ],
            list.Items().Select(campus => $"{campus.Text("slug")} {campus.GetProperty("label").Text("start")} {campus.GetProperty("label").Text("status")}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(6, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Campus_Renewed_ShowsBothOfItsPeriods()
    {
        var campus = await site.Client.JsonAsync("/api/v1/campuses/aeronautique-pays-de-la-loire-bretagne?asOf=2018-12-31");

        Assert.Equal(
            ["2013-09-01 2017-09-01 expired stated", "2017-09-01  presumed inferred"],
            campus.GetProperty("labels").EnumerateArray().Select(label =>
                $"{label.Text("start")} {label.GetProperty("end").GetString()} {label.Text("status")} {label.Text("basis")}"));
        Assert.Equal("2021-09-01", campus.GetProperty("label").Text("presumedEnd"));
        Assert.Equal("school_year", campus.GetProperty("label").Text("startPrecision"));
    }

    [Fact]
    public async Task Campuses_PaysDeLaLoireAtTheStartOf2017_IsExactlyOne()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?asOf=2017-01-01&region=52");

        Assert.Equal(["aeronautique-pays-de-la-loire-bretagne"], list.Slugs());
        Assert.Equal("2013-09-01", list.Items()[0].GetProperty("label").Text("start"));
    }

    [Fact]
    public async Task Campus_OfTwoRegions_IsFoundUnderBoth()
    {
        var loire = await site.Client.JsonAsync("/api/v1/campuses?asOf=2018-12-31&region=52");
        var bretagne = await site.Client.JsonAsync("/api/v1/campuses?asOf=2018-12-31&region=53");

        Assert.Contains("aeronautique-pays-de-la-loire-bretagne", loire.Slugs());
        Assert.Contains("aeronautique-pays-de-la-loire-bretagne", bretagne.Slugs());
    }

    [Fact]
    public async Task Academy_OfNormandie_FindsWhatIsRecordedUnderCaenAndRouen()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?academy=70&pageSize=100");

        Assert.Contains("industrie-des-energies-normandie", list.Slugs());
        Assert.Contains("propulsions-materiaux-systemes-embarques", list.Slugs());
        Assert.All(list.Items(), campus => Assert.Contains(campus.GetProperty("academies").EnumerateArray(), academy => academy.Text("code") is "70" or "05" or "21"));
    }

    [Fact]
    public async Task Campuses_WithoutDate_AreAllKnownWithTheirStateToday()
    {
        var list = await site.Client.JsonAsync(All);

        Assert.Equal(81, list.GetProperty("total").GetInt32());
        Assert.Equal(81, list.Items().Count);
        Assert.Contains(list.Items(), campus => campus.Text("state") == "unknown");
        Assert.DoesNotContain(await site.Client.GetStringAsync(All, Answers.Ct), "Id\":", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_OfACampusNamedWithoutPeriod_IsUnknownWithItsSource()
    {
        var campuses = (await site.Client.JsonAsync(All)).Items();

        var named = campuses.First(campus => campus.Text("status") == "labelled" && campus.GetProperty("labels").GetArrayLength() == 0).GetProperty("label");
        Assert.Equal("unknown", named.Text("status"));
        Assert.Equal(JsonValueKind.Null, named.GetProperty("category").ValueKind);
        Assert.Equal(JsonValueKind.Null, named.GetProperty("start").ValueKind);
        Assert.NotEmpty(named.Text("source"));
    }

    [Fact]
    public async Task Label_OfAProject_IsNull()
    {
        var campuses = (await site.Client.JsonAsync(All)).Items();

        var projects = campuses.Where(campus => campus.Text("status") == "project" && campus.GetProperty("labels").GetArrayLength() == 0).ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, campus => Assert.Equal(JsonValueKind.Null, campus.GetProperty("label").ValueKind));
    }

    [Fact]
    public async Task Campus_Merged_NamesItsSuccessor()
    {
        var campus = await site.Client.JsonAsync("/api/v1/campuses/industrie-des-energies-normandie");

        Assert.Equal("energies-normandie-ceine", campus.GetProperty("successor").Text("slug"));
        Assert.Equal("0500017X", campus.GetProperty("headInstitution").Text("uai"));
    }

    [Fact]
    public async Task Campus_Detail_ListsMembersWithRoleBasisAndSource()
    {
        var campus = await site.Client.JsonAsync("/api/v1/campuses/aeronautique-pays-de-la-loire-bretagne");

        var members = campus.GetProperty("members").EnumerateArray().ToList();
        Assert.Equal(["carrier", "carrier"], members.Take(2).Select(member => member.Text("role")));
        Assert.All(members, member => Assert.NotEmpty(member.Text("source")));
        Assert.Contains(members, member => member.Text("basis") == "curated");
        Assert.Equal("Campus Aéronautique Pays de la Loire - Bretagne", campus.GetProperty("names")[0].Text("name"));
    }

    [Theory]
    [InlineData("category=excellence")]
    [InlineData("sector=tourisme-gastronomie")]
    [InlineData("q=AERONAUTIQUE")]
    [InlineData("status=in_force")]
    [InlineData("status=expired")]
    [InlineData("status=unknown")]
    public async Task Filter_Alone_NarrowsTheList(string filter)
    {
        var list = await site.Client.JsonAsync($"{All}&{filter}");

        Assert.InRange(list.GetProperty("total").GetInt32(), 1, 80);
    }

    [Fact]
    public async Task Text_WithAccentsOrWithout_FindsTheSame()
    {
        var accented = await site.Client.JsonAsync("/api/v1/campuses?q=numérique");
        var plain = await site.Client.JsonAsync("/api/v1/campuses?q=NUMERIQUE");

        Assert.NotEmpty(accented.Slugs());
        Assert.Equal(accented.Slugs(), plain.Slugs());
    }

    [Fact]
    public async Task Parameter_Empty_CountsAsAbsent()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?region=&q=&status=&page=");

        Assert.Equal(81, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Pages_OneAfterTheOther_HoldEveryCampusOnce()
    {
        var slugs = new List<string>();
        for (var page = 1; page <= 6; page++)
        {
            slugs.AddRange((await site.Client.JsonAsync($"/api/v1/campuses?page={page}&pageSize=16")).Slugs());
        }

        Assert.Equal(81, slugs.Count);
        Assert.Equal(81, slugs.Distinct().Count());
    }

    [Theory]
    [InlineData("/api/v1/campuses?page=7")]
    [InlineData("/api/v1/campuses?page=2147483647&pageSize=100")]
    [InlineData("/api/v1/labels?page=2147483647")]
    [InlineData("/api/v1/organisations?page=2147483647")]
    [InlineData("/api/v1/organisations?near=47.2,-1.5&page=2147483647")]
    public async Task Page_BeyondTheEnd_IsEmpty(string path)
    {
        var list = await site.Client.JsonAsync(path);

        Assert.Empty(list.Items());
        Assert.True(list.GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task Campuses_OnAnyDate_StandInAPeriodThatCoversIt()
    {
        var day = new DateOnly(2012, 12, 31);
        for (var month = 0; month < 180; month += 3)
        {
            var asOf = day.AddMonths(month).AddDays(month % 5);
            var list = await site.Client.JsonAsync($"{All}&asOf={asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

            Assert.All(list.Items(), campus =>
            {
                var label = campus.GetProperty("label");
                Assert.Contains(label.Text("status"), (string[])["in_force", "presumed"]);
                Assert.True(Day(label, "start") <= asOf);
                Assert.True(asOf < (Day(label, "end") ?? Day(label, "presumedEnd")));
            });
        }
    }

    [Fact]
    public async Task Status_AllWithADate_ListsEveryCampus()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?asOf=2012-01-01&status=all");

        Assert.Equal(81, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Category_WithExpiredOnADate_FindsCampusesWhosePeriodIsExpired()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?asOf=2023-01-01&category=campus&status=expired");

        Assert.Contains("nautisme-pays-de-la-loire", list.Slugs());
    }

    [Fact]
    public async Task Label_OfSeveralThatStand_IsExcellenceThenTheLatest()
    {
        var a = new TestData();
        var campus = a.Campus(x => x.Named("Nautisme")
            .Labelled("2023", years: 5)
            .Labelled("2022", years: 5, category: LabelCategory.Excellence)
            .Labelled("2024", years: 5));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), campus]);
        using var client = app.NewClient();

        var answer = await client.JsonAsync("/api/v1/campuses/nautisme");

        Assert.Equal("excellence", answer.GetProperty("label").Text("category"));
        Assert.Equal(3, answer.GetProperty("labels").GetArrayLength());
    }

    [Fact]
    public async Task Campus_Unknown_IsNotFound()
    {
        var problem = await site.Client.ProblemAsync("/api/v1/campuses/nowhere", HttpStatusCode.NotFound);

        Assert.Equal("api.campus.unknown", problem.Text("code"));
        Assert.Contains("nowhere", problem.Text("detail"), StringComparison.Ordinal);
    }

    private static DateOnly? Day(JsonElement label, string member) =>
        label.GetProperty(member).GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
