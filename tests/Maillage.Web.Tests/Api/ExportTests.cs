using System.Text;
using System.Text.Json;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class ExportTests(SitePages site)
{
    [Fact]
    public async Task CampusesCsv_ReadBack_HoldsTheSameCampusesAsTheList()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?asOf=2018-12-31&pageSize=100");

        var rows = await site.Client.CsvAsync("/api/v1/campuses.csv?asOf=2018-12-31");

        Assert.Equal(list.Slugs(), rows.Select(row => row["slug"]));
        Assert.Equal(list.Items().Select(campus => campus.GetProperty("label").Text("start")), rows.Select(row => row["labelStart"]));
        Assert.Equal(list.Items().Select(campus => campus.Text("name")), rows.Select(row => row["name"]));
    }

    [Theory]
    [InlineData("/api/v1/labels.csv", 56)]
    [InlineData("/api/v1/organisations.csv", 166)]
    [InlineData("/api/v1/campuses.csv", 81)]
    public async Task Csv_OfEverything_HasOneLineARow(string path, int count)
    {
        using var response = await site.Client.GetAsync(path, Answers.Ct);

        var bytes = await response.Content.ReadAsByteArrayAsync(Answers.Ct);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        Assert.EndsWith(".csv", response.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.NotEqual((byte)0xEF, bytes[0]);
        Assert.Equal(count, Encoding.UTF8.GetString(bytes).Split("\r\n").Length - 2);
        Assert.Equal(count, (await site.Client.CsvAsync(path)).Count);
    }

    [Fact]
    public async Task OrganisationsCsv_NearAPoint_IsByDistance()
    {
        var rows = await site.Client.CsvAsync("/api/v1/organisations.csv?near=47.2184,-1.5536&radiusKm=200");

        var distances = rows.Select(row => double.Parse(row["distanceKm"], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(distances.Count > 50);
        Assert.Equal(distances.Order(), distances);
    }

    [Fact]
    public async Task Csv_OfHostileTexts_KeepsThemAndRunsNoFormula()
    {
        var a = new TestData();
        var campus = a.Campus(x => x.Named("=HYPERLINK(\"http://x\";\"a\")").At("hostile"));
        var organisation = a.Organisation(x => x.Named("Lycée « A, \"B\" »\r\nC").With(row =>
            (row.Telephone, row.Address, row.Latitude, row.Longitude) = ("+33240000000", "@SUM(1)", -21.1, -1.5)));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), campus, organisation]);
        using var client = app.NewClient();

        var campuses = await client.CsvAsync("/api/v1/campuses.csv");
        var organisations = await client.CsvAsync("/api/v1/organisations.csv");

        Assert.Equal("'=HYPERLINK(\"http://x\";\"a\")", Assert.Single(campuses)["name"]);
        var row = Assert.Single(organisations);
        Assert.Equal("Lycée « A, \"B\" »\r\nC", row["name"]);
        Assert.Equal("'+33240000000", row["telephone"]);
        Assert.Equal("'@SUM(1)", row["address"]);
        Assert.Equal("-21.1", row["latitude"]);
    }

    [Fact]
    public async Task GeoJson_OfEverything_IsAFeatureForEachCampusInTrueCoordinates()
    {
        using var response = await site.Client.GetAsync("/api/v1/campuses.geojson", Answers.Ct);

        var layer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Answers.Ct));
        Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("FeatureCollection", layer.Text("type"));
        var features = layer.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(81, features.Count);
        Assert.All(features, feature =>
        {
            Assert.Equal("Feature", feature.Text("type"));
            Assert.Equal(feature.Text("id"), feature.GetProperty("properties").Text("slug"));
            if (feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry)
            {
                Assert.Equal("Point", geometry.Text("type"));
                Assert.Equal(2, geometry.GetProperty("coordinates").GetArrayLength());
            }
        });
        var nautisme = features.Single(feature => feature.Text("id") == "nautisme-pays-de-la-loire").GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((-1.79301, 46.50102), (nautisme[0].GetDouble(), nautisme[1].GetDouble()));
        Assert.Contains(features, feature => feature.GetProperty("geometry").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task GeoJson_Filtered_HoldsTheSameCampusesAsTheList()
    {
        var list = await site.Client.JsonAsync("/api/v1/campuses?region=53&pageSize=100");
        var layer = await site.Client.JsonAsync("/api/v1/campuses.geojson?region=53");

        Assert.Equal(list.Slugs(), layer.GetProperty("features").EnumerateArray().Select(feature => feature.Text("id")));
    }
}
