using System.Net;
using System.Text.Json;
using Maillage.Web.Api;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class DescriptionTests(SitePages site)
{
    private static readonly string[] Problems = ["400", "429", "500"];

    [Fact]
    public async Task Description_OfEveryEndpoint_NamesItsParametersWithAnExampleAndItsErrors()
    {
        var document = await site.Client.JsonAsync(ApiDescription.Path);

        var declared = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null)
            .ToDictionary(
                endpoint => $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0].ToLowerInvariant()} {endpoint.RoutePattern.RawText}",
                endpoint => endpoint.Metadata.GetMetadata<ApiOperation>()!, StringComparer.Ordinal);
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Name: $"{method.Name} {path.Name}", method.Value))).ToList();
        Assert.Equal(declared.Keys.Order(StringComparer.Ordinal), operations.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        Assert.All(operations, path =>
        {
            var operation = path.Value;
            var parameters = operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [];
            Assert.Equal(
                declared[path.Name].Parameters.Select(parameter => parameter.Name),
                parameters.Where(parameter => parameter.Text("in") == "query").Select(parameter => parameter.Text("name")));
            Assert.All(parameters, parameter => Assert.NotEmpty(parameter.Text("description")));
            Assert.All(parameters, parameter => Assert.True(parameter.TryGetProperty("example", out _)));
            Assert.NotEmpty(operation.Text("summary"));
            Assert.NotEmpty(operation.Text("description"));
            Assert.Subset(
                operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToHashSet(StringComparer.Ordinal),
                Problems.ToHashSet(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task Description_OfEverySchema_ExplainsEachMember()
    {
        var document = await site.Client.JsonAsync(ApiDescription.Path);

        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Assert.True(schema.Value.TryGetProperty("description", out _), schema.Name);
            if (schema.Value.TryGetProperty("properties", out var members))
            {
                Assert.All(members.EnumerateObject(), member => Assert.True(member.Value.TryGetProperty("description", out _), $"{schema.Name}.{member.Name}"));
            }
        }
    }

    [Fact]
    public async Task Description_OfTheApi_ListsEveryProblemCode()
    {
        var document = await site.Client.JsonAsync(ApiDescription.Path);

        var text = document.GetProperty("info").Text("description");
        Assert.All(ApiProblems.Statuses, pair => Assert.Contains($"{pair.Value} `{pair.Key}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Description_AskedInEnglish_IsInEnglishEvenAfterTheFrenchOne()
    {
        var french = await site.Client.JsonAsync(ApiDescription.Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, ApiDescription.Path);
        request.Headers.Add("Accept-Language", "en");

        using var response = await site.Client.SendAsync(request, Answers.Ct);

        var english = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Answers.Ct));
        Assert.StartsWith("Le registre", french.GetProperty("info").Text("description"), StringComparison.Ordinal);
        Assert.StartsWith("The open register", english.GetProperty("info").Text("description"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfEveryExample_HasTheMembersThatItsSchemaRequires()
    {
        var document = await site.Client.JsonAsync(ApiDescription.Path);
        var schemas = document.GetProperty("components").GetProperty("schemas");

        foreach (var path in (string[])["campuses", "labels", "organisations", "qualifications", "training-offers", "occupations", "sectors", "regions", "academies"])
        {
            var list = await site.Client.JsonAsync($"/api/v1/{path}");
            var reference = document.GetProperty("paths").GetProperty($"/api/v1/{path}").GetProperty("get").GetProperty("responses").GetProperty("200")
                .GetProperty("content").GetProperty("application/json").GetProperty("schema").Text("$ref");
            var item = schemas.GetProperty(Name(reference)).GetProperty("properties").GetProperty("items").GetProperty("items").Text("$ref");
            var members = schemas.GetProperty(Name(item)).GetProperty("properties").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

            Assert.Equal(
                members.Where(member => member != "distanceKm"),
                list.Items()[0].EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Reader_Asked_HasAPolicyOfItsOwnAndLoadsNothingFromOutside()
    {
        using var redirect = await site.Client.GetAsync(ApiReader.Path, Answers.Ct);
        using var page = await site.Client.GetAsync(ApiReader.Path + "/", Answers.Ct);
        using var script = await site.Client.GetAsync(ApiReader.Path + "/scalar.js", Answers.Ct);
        using var other = await site.Client.GetAsync("/campus", Answers.Ct);

        var html = await page.Content.ReadAsStringAsync(Answers.Ct);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains(redirect.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.MovedPermanently]);
        Assert.Contains("'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html.Replace(site.App.Address.ToString(), "/", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.DoesNotContain("nonce", Assert.Single(other.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", Assert.Single(other.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static string Name(string reference) => reference[(reference.LastIndexOf('/') + 1)..];
}
