using System.Net;
using System.Text.Json;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class OrganisationsApiTests(SitePages site)
{
    private const string Nantes = "47.2184,-1.5536";

    [Fact]
    public async Task Organisations_WithoutFilter_AreAllByName()
    {
        var list = await site.Client.JsonAsync("/api/v1/organisations?pageSize=100");

        Assert.Equal(166, list.GetProperty("total").GetInt32());
        Assert.Equal(100, list.Items().Count);
        Assert.False(list.Items()[0].TryGetProperty("distanceKm", out _));
    }

    [Fact]
    public async Task Organisations_NearAPoint_AreWithinTheRadiusTheNearestFirst()
    {
        var list = await site.Client.JsonAsync($"/api/v1/organisations?near={Nantes}&radiusKm=10&pageSize=100");

        var distances = list.Items().Select(item => item.GetProperty("distanceKm").GetDouble()).ToList();
        Assert.NotEmpty(distances);
        Assert.Equal(list.GetProperty("total").GetInt32(), distances.Count);
        Assert.Equal(distances.Order(), distances);
        Assert.All(distances, distance => Assert.InRange(distance, 0, 10));
    }

    [Fact]
    public async Task Organisations_NearAPoint_AreThoseOfTheWholeListWithinTheRadius()
    {
        var everywhere = new List<JsonElement>();
        for (var page = 1; page <= 2; page++)
        {
            everywhere.AddRange((await site.Client.JsonAsync($"/api/v1/organisations?pageSize=100&page={page}")).Items());
        }

        var near = await site.Client.JsonAsync($"/api/v1/organisations?near={Nantes}&radiusKm=35&pageSize=100");

        var center = new Shared.GeoPoint(47.2184, -1.5536);
        var expected = everywhere.Where(item => item.GetProperty("place") is { ValueKind: JsonValueKind.Object } place
            && center.DistanceKm(new Shared.GeoPoint(place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble())) <= 35);
        Assert.Equal(expected.Select(item => item.Text("slug")).Order(StringComparer.Ordinal), near.Slugs().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Organisations_NearTheDateLine_AreFoundOnBothSides()
    {
        var a = new TestData();
        var west = a.Organisation(x => x.Named("À l’ouest").With(row => (row.Latitude, row.Longitude) = (-13.3, 179.95)));
        var east = a.Organisation(x => x.Named("À l’est").With(row => (row.Latitude, row.Longitude) = (-13.3, -179.95)));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), west, east]);
        using var client = app.NewClient();

        var list = await client.JsonAsync("/api/v1/organisations?near=-13.3,-179.99&radiusKm=20");

        Assert.Equal(["a-l-est", "a-l-ouest"], list.Slugs());
    }

    [Fact]
    public async Task Organisations_OfAKindOrCampusOrRegion_AreOnlyThose()
    {
        var kind = await site.Client.JsonAsync("/api/v1/organisations?kind=cfa&pageSize=100");
        var campus = await site.Client.JsonAsync("/api/v1/organisations?campus=aeronautique-pays-de-la-loire-bretagne&pageSize=100");
        var region = await site.Client.JsonAsync("/api/v1/organisations?region=53&pageSize=100");
        var members = await site.Client.JsonAsync("/api/v1/campuses/aeronautique-pays-de-la-loire-bretagne");

        Assert.All(kind.Items(), item => Assert.Equal("cfa", item.Text("kind")));
        Assert.NotEmpty(kind.Items());
        Assert.Equal(
            members.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("organisation").Text("slug")).Distinct().Order(StringComparer.Ordinal),
            campus.Slugs().Order(StringComparer.Ordinal));
        Assert.All(region.Items(), item => Assert.Equal("53", item.GetProperty("region").Text("code")));
        Assert.NotEmpty(region.Items());
    }

    [Fact]
    public async Task Organisations_ByWordsOfNameAndCommune_AreFoundWithoutAccents()
    {
        var list = await site.Client.JsonAsync("/api/v1/organisations?q=LYCÉE%20nantes%20michelet");

        Assert.Equal(["lycee-professionnel-michelet"], list.Slugs());
    }

    [Theory]
    [InlineData("lycee-professionnel-michelet")]
    [InlineData("0440034Y")]
    [InlineData("0440034y")]
    [InlineData("19440034700010")]
    public async Task Organisation_ByAnyOfItsIdentifiers_IsTheSame(string id)
    {
        var organisation = await site.Client.JsonAsync($"/api/v1/organisations/{id}");

        Assert.Equal("lycee-professionnel-michelet", organisation.Text("slug"));
        Assert.NotEmpty(organisation.GetProperty("campuses").EnumerateArray());
    }

    [Fact]
    public async Task Organisation_ByASharedSiret_AnswersTheCandidates()
    {
        using var response = await site.Client.GetAsync("/api/v1/organisations/41780707000012", Answers.Ct);

        Assert.Equal(HttpStatusCode.MultipleChoices, response.StatusCode);
        var list = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Answers.Ct));
        Assert.Equal(
            ["cfa-la-joliverie-ogec-la-joliverie", "lycee-polyvalent-saint-joseph-la-joliverie", "lycee-polyvalent-saint-pierre-la-joliverie"],
            list.Slugs().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("0440034A")]
    [InlineData("12345678901234")]
    [InlineData("%ff")]
    public async Task Organisation_Unknown_IsNotFound(string id)
    {
        var problem = await site.Client.ProblemAsync($"/api/v1/organisations/{id}", HttpStatusCode.NotFound);

        Assert.Equal("api.organisation.unknown", problem.Text("code"));
    }

    [Theory]
    [InlineData("sectors", 12)]
    [InlineData("academies", 33)]
    public async Task ReferenceList_Asked_IsWhole(string list, int count)
    {
        var answer = await site.Client.JsonAsync($"/api/v1/{list}");

        Assert.Equal(count, answer.GetProperty("total").GetInt32());
        Assert.Equal(count, answer.Items().Count);
    }

    [Fact]
    public async Task Regions_Asked_AreTheEighteenAndPolynesie()
    {
        var answer = await site.Client.JsonAsync("/api/v1/regions");

        Assert.Equal(18, answer.Items().Count(region => region.Text("kind") == "academic_region"));
        Assert.Contains(answer.Items(), region => region.Text("code") == "52" && region.Text("slug") == "pays-de-la-loire");
    }
}
