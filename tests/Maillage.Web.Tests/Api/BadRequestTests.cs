using System.Net;
using System.Text.Json;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class BadRequestTests(SitePages site)
{
    [Theory]
    [InlineData("campuses?asOf=2018-02-30", "api.parameter.bad_date", "asOf")]
    [InlineData("campuses?asOf=31/12/2018", "api.parameter.bad_date", "asOf")]
    [InlineData("campuses?asOf=0001-01-01", "api.parameter.bad_date", "asOf")]
    [InlineData("campuses?asOf=9999-12-31", "api.parameter.bad_date", "asOf")]
    [InlineData("campuses.csv?asOf=hier", "api.parameter.bad_date", "asOf")]
    [InlineData("campuses.geojson?asOf=hier", "api.parameter.bad_date", "asOf")]
    [InlineData("campuses/nautisme-pays-de-la-loire?asOf=hier", "api.parameter.bad_date", "asOf")]
    [InlineData("labels?asOf=hier", "api.parameter.bad_date", "asOf")]
    [InlineData("campuses?region=999", "api.parameter.unknown_value", "region")]
    [InlineData("campuses?academy=nantes", "api.parameter.unknown_value", "academy")]
    [InlineData("campuses?sector=x", "api.parameter.unknown_value", "sector")]
    [InlineData("campuses?category=Excellence", "api.parameter.unknown_value", "category")]
    [InlineData("campuses?status=valid", "api.parameter.unknown_value", "status")]
    [InlineData("organisations?kind=0", "api.parameter.unknown_value", "kind")]
    [InlineData("organisations?campus=nowhere", "api.parameter.unknown_value", "campus")]
    [InlineData("campuses?page=0", "api.parameter.out_of_range", "page")]
    [InlineData("campuses?page=-1", "api.parameter.out_of_range", "page")]
    [InlineData("campuses?page=1.5", "api.parameter.out_of_range", "page")]
    [InlineData("campuses?page=99999999999", "api.parameter.out_of_range", "page")]
    [InlineData("campuses?pageSize=101", "api.parameter.out_of_range", "pageSize")]
    [InlineData("campuses?pageSize=0", "api.parameter.out_of_range", "pageSize")]
    [InlineData("organisations?near=47", "api.parameter.bad_point", "near")]
    [InlineData("organisations?near=91,0", "api.parameter.bad_point", "near")]
    [InlineData("organisations?near=NaN,0", "api.parameter.bad_point", "near")]
    [InlineData("organisations?near=47,2,3", "api.parameter.bad_point", "near")]
    [InlineData("organisations?near=47,1&radiusKm=201", "api.parameter.out_of_range", "radiusKm")]
    [InlineData("organisations?near=47,1&radiusKm=0", "api.parameter.out_of_range", "radiusKm")]
    [InlineData("organisations?radiusKm=10", "api.parameter.requires", "radiusKm")]
    [InlineData("organisations.csv?radiusKm=10", "api.parameter.requires", "radiusKm")]
    [InlineData("campuses?foo=1", "api.parameter.unknown", "foo")]
    [InlineData("campuses?Region=52", "api.parameter.unknown", "Region")]
    [InlineData("campuses?date=2018-12-31", "api.parameter.unknown", "date")]
    [InlineData("campuses.csv?page=1", "api.parameter.unknown", "page")]
    [InlineData("sectors?page=1", "api.parameter.unknown", "page")]
    [InlineData("campuses?region=52&region=53", "api.parameter.repeated", "region")]
    [InlineData("campuses?q=a&q=a", "api.parameter.repeated", "q")]
    [InlineData("campuses?q=%00", "api.parameter.not_text", "q")]
    [InlineData("campuses?q=a%0Ab", "api.parameter.not_text", "q")]
    [InlineData("campuses?q=%ff%fe", "api.parameter.not_text", "q")]
    [InlineData("campuses?q=%ED%A0%80", "api.parameter.not_text", "q")]
    [InlineData("organisations?q=%00", "api.parameter.not_text", "q")]
    [InlineData("campuses?region=%ff", "api.parameter.not_text", "region")]
    [InlineData("campuses?=1", "api.parameter.unknown", "")]
    public async Task Parameter_NotUnderstood_IsRefusedByItsName(string path, string code, string parameter)
    {
        var problem = await site.Client.ProblemAsync($"/api/v1/{path}", HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.Text("code"));
        Assert.Equal(parameter, problem.Text("parameter"));
    }

    [Fact]
    public async Task Parameter_UnknownAfterTheSameAddressWasAnswered_IsStillRefused()
    {
        await site.Client.JsonAsync("/api/v1/labels?region=52");

        var problem = await site.Client.ProblemAsync("/api/v1/labels?region=52&foo=1", HttpStatusCode.BadRequest);

        Assert.Equal("foo", problem.Text("parameter"));
        Assert.Contains("region", problem.GetProperty("allowed").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Parameter_InCapitalsAfterTheSameAddressWasAnswered_IsStillRefused()
    {
        await site.Client.JsonAsync("/api/v1/labels?region=53");

        var problem = await site.Client.ProblemAsync("/api/v1/labels?REGION=53", HttpStatusCode.BadRequest);

        Assert.Equal("REGION", problem.Text("parameter"));
    }

    [Fact]
    public async Task Value_NotAmongAFew_IsAnsweredWithThem()
    {
        var problem = await site.Client.ProblemAsync("/api/v1/campuses?status=valid", HttpStatusCode.BadRequest);

        Assert.Equal("valid", problem.Text("value"));
        Assert.Equal(
            ["unknown", "expired", "presumed", "in_force", "all"], problem.GetProperty("allowed").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public async Task Query_OfTenKilobytes_IsRefusedWithASentence()
    {
        using var response = await site.Client.GetAsync($"/api/v1/campuses?q={new string('a', 10 * 1024)}", Answers.Ct);

        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.RequestUriTooLong]);
        var problem = await response.ProblemAsync(response.StatusCode);
        Assert.True(problem.GetRawText().Length < 1_000);
    }

    [Fact]
    public async Task Text_OfMoreThanAHundredCharacters_IsRefusedAndCutInTheAnswer()
    {
        var problem = await site.Client.ProblemAsync($"/api/v1/campuses?q={new string('é', 101)}", HttpStatusCode.BadRequest);

        Assert.Equal("api.parameter.too_long", problem.Text("code"));
        Assert.Equal(new string('é', 100) + "…", problem.Text("value"));
    }

    [Fact]
    public async Task Text_OfAHundredStrangeCharacters_IsSearched()
    {
        var list = await site.Client.JsonAsync("/api/v1/organisations?q=" + Uri.EscapeDataString("%_'\"\\[*\uFFFE😀 " + new string('x', 80)));

        Assert.Empty(list.Items());
    }

    [Theory]
    [InlineData(null, "fr")]
    [InlineData("en", "en")]
    [InlineData("en-US,en;q=0.9,fr;q=0.8", "en")]
    [InlineData("fr;q=0.5,en;q=0.4", "fr")]
    [InlineData("de", "fr")]
    [InlineData("en;q=0", "fr")]
    [InlineData("=;q=x", "fr")]
    public async Task Sentence_OfAProblem_IsInThePreferredLanguage(string? accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/campuses?page=0");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        using var response = await site.Client.SendAsync(request, Answers.Ct);

        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(language, Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.StartsWith(language == "fr" ? "La valeur" : "The value", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/campuses")]
    public async Task Address_ThatDoesNotExist_IsNotFoundAsData(string path)
    {
        var problem = await site.Client.ProblemAsync(path, HttpStatusCode.NotFound);

        Assert.Equal("api.address.unknown", problem.Text("code"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Method_ThatWrites_IsRefusedWithThoseAllowed(string method)
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/campuses"), Answers.Ct);

        var problem = await response.ProblemAsync(HttpStatusCode.MethodNotAllowed);
        Assert.Equal("api.method.not_allowed", problem.Text("code"));
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Failure_OfTheService_HasAReferenceAndNoTrace()
    {
        await using var app = await WebApp.WithAsync(TestData.Territories());
        using var client = app.NewClient();
        await app.Data.DisposeAsync();

        var problem = await client.ProblemAsync("/api/v1/campuses", HttpStatusCode.InternalServerError);

        Assert.Equal("api.failure", problem.Text("code"));
        Assert.NotEmpty(problem.Text("reference"));
        Assert.DoesNotContain("   at ", JsonSerializer.Serialize(problem), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", JsonSerializer.Serialize(problem), StringComparison.Ordinal);
    }
}
