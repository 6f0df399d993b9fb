using System.Net;
using System.Text.Json;
using Maillage.Catalogue.Offers;
using Maillage.Shared;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class CatalogueApiTests(SitePages site)
{
    private const string Nantes = "47.2184,-1.5536";

    [Fact]
    public async Task Qualifications_OfALevelAndASector_AreOnlyThose()
    {
        var list = await site.Client.JsonAsync("/api/v1/qualifications?level=3&sector=mobilite-aeronautique-transports&pageSize=100");

        Assert.NotEmpty(list.Items());
        Assert.All(list.Items(), item =>
        {
            Assert.Equal(3, item.GetProperty("level").GetInt32());
            Assert.Contains(item.GetProperty("sectors").EnumerateArray(), sector => sector.Text("code") == "mobilite-aeronautique-transports");
        });
    }

    [Fact]
    public async Task Qualifications_OfAModeInARegion_AreThoseOfTheOffers()
    {
        var offers = await EveryOfferAsync("mode=apprentissage&region=53");

        var list = await site.Client.JsonAsync("/api/v1/qualifications?mode=apprentissage&region=53&pageSize=100");

        Assert.NotEmpty(offers);
        Assert.Equal(
            offers.Select(offer => offer.GetProperty("qualification").Text("slug")).Distinct().Order(StringComparer.Ordinal),
            list.Slugs().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("cap-aeronautique-option-avionique")]
    [InlineData("50025305")]
    public async Task Qualification_ByItsSlugOrCfd_IsTheSame(string id)
    {
        var qualification = await site.Client.JsonAsync($"/api/v1/qualifications/{id}");

        Assert.Equal("cap-aeronautique-option-avionique", qualification.Text("slug"));
        Assert.Contains(qualification.GetProperty("occupations").EnumerateArray(), row => row.Text("rome") == "I1602");
        Assert.All(qualification.GetProperty("next").EnumerateArray(), step => Assert.NotEmpty(step.Text("basis")));
    }

    [Fact]
    public async Task Qualification_ByANumberThatOptionsShare_AnswersThem()
    {
        using var response = await site.Client.GetAsync("/api/v1/qualifications/rncp37700", Answers.Ct);

        Assert.Equal(HttpStatusCode.MultipleChoices, response.StatusCode);
        var list = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Answers.Ct));
        Assert.Equal(3, list.Items().Count);
        Assert.All(list.Items(), item => Assert.Equal("RNCP37700", item.Text("rncp")));
    }

    [Theory]
    [InlineData("qualifications/nowhere", "api.qualification.unknown")]
    [InlineData("qualifications/00000000", "api.qualification.unknown")]
    [InlineData("qualifications/RNCP999999", "api.qualification.unknown")]
    [InlineData("qualifications/%ff", "api.qualification.unknown")]
    [InlineData("occupations/Z9999", "api.occupation.unknown")]
    public async Task Identifier_Unknown_IsNotFound(string path, string code)
    {
        var problem = await site.Client.ProblemAsync($"/api/v1/{path}", HttpStatusCode.NotFound);

        Assert.Equal(code, problem.Text("code"));
    }

    [Theory]
    [InlineData("qualifications?level=99", "api.parameter.out_of_range", "level")]
    [InlineData("qualifications?level=2", "api.parameter.out_of_range", "level")]
    [InlineData("qualifications?cfd=1", "api.parameter.bad_code", "cfd")]
    [InlineData("qualifications?rncp=37700", "api.parameter.bad_code", "rncp")]
    [InlineData("qualifications?near=47,1", "api.parameter.unknown", "near")]
    [InlineData("training-offers?uai=0440034A", "api.parameter.bad_code", "uai")]
    [InlineData("training-offers?mode=alternance", "api.parameter.unknown_value", "mode")]
    [InlineData("training-offers?radiusKm=10", "api.parameter.requires", "radiusKm")]
    [InlineData("training-offers.csv?radiusKm=10", "api.parameter.requires", "radiusKm")]
    [InlineData("training-offers?campus=nowhere", "api.parameter.unknown_value", "campus")]
    [InlineData("occupations?domain=nowhere", "api.parameter.unknown_value", "domain")]
    [InlineData("statistics/enrolment?schoolYear=2020-2022", "api.parameter.bad_code", "schoolYear")]
    [InlineData("statistics/enrolment?schoolYear=2020-09-01", "api.parameter.bad_code", "schoolYear")]
    [InlineData("statistics/enrolment?department=999", "api.parameter.unknown_value", "department")]
    public async Task Parameter_NotUnderstood_IsRefusedByItsName(string path, string code, string parameter)
    {
        var problem = await site.Client.ProblemAsync($"/api/v1/{path}", HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.Text("code"));
        Assert.Equal(parameter, problem.Text("parameter"));
    }

    [Fact]
    public async Task TrainingOffers_NearAPoint_AreWithinTheRadiusTheNearestFirst()
    {
        var list = await site.Client.JsonAsync($"/api/v1/training-offers?near={Nantes}&radiusKm=10&pageSize=100");

        var distances = list.Items().Select(item => item.GetProperty("distanceKm").GetDouble()).ToList();
        Assert.NotEmpty(distances);
        Assert.Equal(distances.Order(), distances);
        Assert.All(distances, distance => Assert.InRange(distance, 0, 10));
    }

    [Fact]
    public async Task TrainingOffers_OfACampus_AreThoseOfItsMembers()
    {
        var members = await site.Client.JsonAsync("/api/v1/campuses/aeronautique-pays-de-la-loire-bretagne");

        var offers = await EveryOfferAsync("campus=aeronautique-pays-de-la-loire-bretagne");

        var known = members.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("organisation").Text("slug"));
        Assert.NotEmpty(offers);
        Assert.Subset(known.ToHashSet(StringComparer.Ordinal), offers.Select(offer => offer.GetProperty("organisation").Text("slug")).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TrainingOffersCsv_ReadBack_HoldsTheYearsOfTheList()
    {
        var offers = await EveryOfferAsync("level=5");

        var rows = await site.Client.CsvAsync("/api/v1/training-offers.csv?level=5");

        Assert.Equal(
            offers.SelectMany(offer => offer.GetProperty("years").EnumerateArray(), (offer, year) =>
                $"{offer.GetProperty("organisation").Text("slug")} {offer.GetProperty("qualification").Text("slug")} {offer.Text("mode")} {year.GetProperty("schoolYear").GetString()}"),
            rows.Select(row => $"{row["organisation"]} {row["qualification"]} {row["mode"]} {row["schoolYear"]}"));
    }

    [Fact]
    public async Task Figures_OfTooFewLearners_AreNowhere()
    {
        var a = new TestData();
        var cap = TestData.Qualification("CAP Cuisine", row => row.Cfd = "50022138");
        var (small, large) = (a.Organisation(), a.Organisation());
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), cap, small, large,
            TestData.Offer(cap, small, capacity: 11, enrolled: 4), TestData.Offer(cap, large, capacity: 20, enrolled: 33),
        ]);
        using var client = app.NewClient();

        var list = await client.JsonAsync("/api/v1/training-offers");
        var rows = await client.CsvAsync("/api/v1/training-offers.csv");
        var enrolment = await client.JsonAsync("/api/v1/statistics/enrolment?cfd=50022138&schoolYear=2020");

        Assert.Equal(
            ["null masked", "33"],
            list.Items().Select(item => item.GetProperty("years")[0]).Select(year => year.GetProperty("enrolledAllYears").GetRawText() + (year.GetProperty("masked").GetBoolean() ? " masked" : "")));
        Assert.Equal([" true", "33 false"], rows.Select(row => $"{row["enrolledAllYears"]} {row["masked"]}"));
        Assert.Equal("2020-2021", enrolment.Text("schoolYear"));
        Assert.Equal((2, 1, 33, 31), (Number("establishments"), Number("masked"), Number("enrolledAllYears"), Number("capacity")));

        int Number(string member) => enrolment.GetProperty(member).GetInt32();
    }

    [Fact]
    public async Task Enrolment_OfATerritory_AddsItsPlacesAlone()
    {
        var a = new TestData();
        var cap = TestData.Qualification("CAP Cuisine");
        var nantes = a.Organisation(x => x.With(row => row.CommuneCode = InseeCode.Parse("44109")));
        var angers = a.Organisation(x => x.With(row => row.CommuneCode = InseeCode.Parse("49007")));
        var rennes = a.Organisation(x => x.With(row => (row.RegionCode, row.CommuneCode) = ("53", InseeCode.Parse("35238"))));
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), cap, nantes, angers, rennes,
            TestData.Offer(cap, nantes, capacity: 10), TestData.Offer(cap, angers, TrainingMode.Apprentissage, capacity: 20), TestData.Offer(cap, rennes, capacity: 40),
        ]);
        using var client = app.NewClient();

        var region = await client.JsonAsync("/api/v1/statistics/enrolment?region=52");
        var academy = await client.JsonAsync("/api/v1/statistics/enrolment?academy=14");
        var nowhere = await client.JsonAsync("/api/v1/statistics/enrolment?schoolYear=1999-2000");

        Assert.Equal(30, region.GetProperty("capacity").GetInt32());
        Assert.Equal(40, academy.GetProperty("capacity").GetInt32());
        Assert.Equal(0, nowhere.GetProperty("establishments").GetInt32());
        Assert.Equal(JsonValueKind.Null, nowhere.GetProperty("capacity").ValueKind);
    }

    [Fact]
    public async Task Occupations_OfADomain_AreOnlyThose()
    {
        var list = await site.Client.JsonAsync("/api/v1/occupations?domain=espaces-naturels-et-espaces-verts&pageSize=100");

        Assert.NotEmpty(list.Items());
        Assert.All(list.Items(), item => Assert.Equal("Espaces naturels et espaces verts", item.Text("domain")));
    }

    [Fact]
    public async Task Occupation_ByItsCode_NamesTheQualificationsThatLeadToIt()
    {
        var occupation = await site.Client.JsonAsync("/api/v1/occupations/i1602");

        var qualifications = occupation.GetProperty("qualifications").EnumerateArray().ToList();
        Assert.Contains(qualifications, row => row.Text("slug") == "cap-aeronautique-option-avionique");
        Assert.Equal(qualifications.Select(row => row.GetProperty("level").GetInt32()).Order(), qualifications.Select(row => row.GetProperty("level").GetInt32()));
        Assert.All(occupation.GetProperty("related").EnumerateArray(), row => Assert.StartsWith("I16", row.Text("rome"), StringComparison.Ordinal));
    }

    private async Task<List<JsonElement>> EveryOfferAsync(string query)
    {
        var offers = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var list = await site.Client.JsonAsync($"/api/v1/training-offers?{query}&pageSize=100&page={page}");
            offers.AddRange(list.Items());
            if (offers.Count >= list.GetProperty("total").GetInt32())
            {
                return offers;
            }
        }
    }
}
