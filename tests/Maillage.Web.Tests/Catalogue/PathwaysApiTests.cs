using System.Net;
using System.Text.Json;
using Maillage.TestKit;
using Maillage.Web.Tests.Api;
using Xunit;

namespace Maillage.Web.Tests.Catalogue;

public sealed class PathwaysApiTests(SitePages site)
{
    private const string Welding = "cap-realisations-industrielles-en-chaudronnerie-ou-soudage-option-soudage";
    private const string SaintNazaire = "47.2735,-2.2138";

    [Fact]
    public async Task Pathways_FromAQualification_ClimbStepByStepAndSayTheBasisOfEach()
    {
        var answer = await site.Client.JsonAsync($"/api/v1/pathways?from={Welding}&toLevel=7");

        var routes = answer.Items();
        Assert.NotEmpty(routes);
        Assert.Equal(routes.Count, answer.GetProperty("total").GetInt32());
        Assert.All(routes, route =>
        {
            var steps = Steps(route);
            Assert.Equal(Welding, steps[0].GetProperty("qualification").Text("slug"));
            Assert.True(steps[0].GetProperty("isHeld").GetBoolean());
            Assert.Equal(JsonValueKind.Null, steps[0].GetProperty("basis").ValueKind);
            Assert.All(steps.Skip(1), step =>
            {
                Assert.False(step.GetProperty("isHeld").GetBoolean());
                Assert.Contains(step.Text("basis"), (string[])["official", "common_first_year", "renewal", "usual"]);
                Assert.NotEmpty(step.Text("source"));
            });
            Assert.Equal(Levels(route).Order(), Levels(route));
            Assert.InRange(Levels(route)[^1], 7, 8);
        });
    }

    [Fact]
    public async Task Pathways_WithoutALevelToReach_GoToTheHighest()
    {
        var answer = await site.Client.JsonAsync($"/api/v1/pathways?from={Welding}");

        Assert.All(answer.Items(), route => Assert.Equal(answer.GetProperty("lowerLevel") is { ValueKind: JsonValueKind.Number } lower ? lower.GetInt32() : 8, Levels(route)[^1]));
    }

    [Fact]
    public async Task Pathways_FromTheCodeOfAQualification_AreThoseOfItsSlug()
    {
        var bySlug = await site.Client.JsonAsync($"/api/v1/pathways?from={Welding}");

        var byCode = await site.Client.JsonAsync("/api/v1/pathways?from=50025438");

        Assert.Equal(bySlug.GetRawText(), byCode.GetRawText());
    }

    [Fact]
    public async Task Pathways_NearAPoint_ShowPlacesTheNearestFirst()
    {
        var answer = await site.Client.JsonAsync($"/api/v1/pathways?from={Welding}&near={SaintNazaire}&radiusKm=60");

        var places = answer.Items().SelectMany(Steps).Select(step => step.GetProperty("places").EnumerateArray().ToList()).Where(list => list.Count > 0).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, list =>
        {
            var distances = list.Select(place => place.GetProperty("distanceKm").GetDouble()).ToList();
            Assert.Equal(distances.Order(), distances);
            Assert.InRange(list.Count, 1, 3);
            Assert.All(list, place => Assert.NotEmpty(place.GetProperty("offers").EnumerateArray()));
        });
    }

    [Fact]
    public async Task Pathways_ToAnOccupation_BeginWhereOneCanAndEndWithWhatLeadsToIt()
    {
        var answer = await site.Client.JsonAsync("/api/v1/pathways?occupation=h2913");

        Assert.NotEmpty(answer.Items());
        Assert.All(answer.Items(), route =>
        {
            Assert.False(Steps(route)[0].GetProperty("isHeld").GetBoolean());
            Assert.Contains(
                "H2913",
                Steps(route)[^1].GetProperty("qualification").GetProperty("occupations").EnumerateArray().Select(occupation => occupation.Text("rome")));
        });
    }

    [Fact]
    public async Task Pathways_FromALevelInAMode_BeginThereAndOnlyMentionThatMode()
    {
        var answer = await site.Client.JsonAsync("/api/v1/pathways?fromLevel=4&toLevel=6&mode=apprentissage");

        Assert.NotEmpty(answer.Items());
        Assert.All(answer.Items(), route => Assert.Equal(4, Levels(route)[0]));
        Assert.All(
            answer.Items().SelectMany(Steps).SelectMany(step => step.GetProperty("places").EnumerateArray()).SelectMany(place => place.GetProperty("offers").EnumerateArray()),
            offer => Assert.Equal("apprentissage", offer.Text("mode")));
    }

    [Fact]
    public async Task Pathways_FromTheLevelAskedFor_AreAlreadyThere()
    {
        var answer = await site.Client.JsonAsync($"/api/v1/pathways?from={Welding}&toLevel=3");

        Assert.Empty(answer.Items());
        Assert.True(answer.GetProperty("isAlreadyThere").GetBoolean());
    }

    [Fact]
    public async Task Pathways_Answered_SayWhatIsCoveredOfEveryLevel()
    {
        var answer = await site.Client.JsonAsync($"/api/v1/pathways?from={Welding}");

        var coverage = answer.GetProperty("coverage").EnumerateArray().ToList();
        Assert.Equal([3, 4, 5, 6, 7, 8], coverage.Select(level => level.GetProperty("level").GetInt32()));
        Assert.Contains(coverage.SelectMany(level => level.GetProperty("modes").EnumerateArray()), mode => mode.Text("lastYear") == "2024-2025");
    }

    [Fact]
    public async Task Pathways_WithFewLearnersAtAPlace_KeepTheirNumberBack()
    {
        var a = new TestData();
        var school = a.Organisation(x => x.Named("Lycée du Port"));
        var (cap, bac) = (TestData.Qualification("CAP Soudage"), TestData.Qualification("Bac pro Chaudronnerie", row => row.Level = 4));
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), school, cap, bac, TestData.Link(cap, bac), TestData.Offer(cap, school, capacity: 12, enrolled: 4),
        ]);
        using var client = app.NewClient();

        var answer = await client.JsonAsync("/api/v1/pathways?from=cap-soudage&toLevel=4");

        var steps = Steps(Assert.Single(answer.Items()));
        var offer = Assert.Single(Assert.Single(steps[0].GetProperty("places").EnumerateArray()).GetProperty("offers").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, offer.GetProperty("enrolledAllYears").ValueKind);
        Assert.True(offer.GetProperty("masked").GetBoolean());
        Assert.Equal(12, offer.GetProperty("capacity").GetInt32());
        Assert.Equal("2020-2021", offer.Text("schoolYear"));
        Assert.False(steps[1].GetProperty("isPlaceKnown").GetBoolean());
    }

    [Theory]
    [InlineData("from=nowhere", "api.parameter.unknown_value", "from")]
    [InlineData("fromLevel=99", "api.parameter.out_of_range", "fromLevel")]
    [InlineData("fromLevel=3&toLevel=2", "api.parameter.out_of_range", "toLevel")]
    [InlineData("fromLevel=3&toLevel=x", "api.parameter.out_of_range", "toLevel")]
    [InlineData("fromLevel=3&mode=velo", "api.parameter.unknown_value", "mode")]
    [InlineData("fromLevel=3&near=abc", "api.parameter.bad_point", "near")]
    [InlineData("fromLevel=3&radiusKm=10", "api.parameter.requires", "radiusKm")]
    [InlineData("fromLevel=3&from=" + Welding, "api.parameter.excludes", "fromLevel")]
    [InlineData("occupation=Z9999", "api.parameter.unknown_value", "occupation")]
    [InlineData("occupation=soudeur", "api.parameter.too_long", "occupation")]
    [InlineData("toLevel=8", "api.parameter.nothing_asked", "from")]
    [InlineData("page=1&fromLevel=3", "api.parameter.unknown", "page")]
    public async Task Parameter_NotUnderstood_IsRefusedByItsName(string query, string code, string parameter)
    {
        var problem = await site.Client.ProblemAsync($"/api/v1/pathways?{query}", HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.Text("code"));
        Assert.Equal(parameter, problem.Text("parameter"));
    }

    private static IReadOnlyList<JsonElement> Steps(JsonElement route) => [.. route.GetProperty("steps").EnumerateArray()];

    private static IReadOnlyList<int> Levels(JsonElement route) =>
        [.. Steps(route).Select(step => step.GetProperty("qualification").GetProperty("level").GetInt32())];
}
