using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Maillage.Network;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class ConditionalRequestTests(SitePages site)
{
    private readonly TestData _a = new();

    [Theory]
    [InlineData("/api/v1/campuses")]
    [InlineData("/api/v1/campuses?asOf=2018-12-31&region=52")]
    [InlineData("/api/v1/campuses.csv")]
    [InlineData("/api/v1/campuses.geojson")]
    [InlineData("/api/v1/campuses/nautisme-pays-de-la-loire")]
    [InlineData("/api/v1/labels")]
    [InlineData("/api/v1/organisations")]
    [InlineData("/api/v1/organisations/0440034Y")]
    [InlineData("/api/v1/sectors")]
    public async Task Answer_AlreadyHeld_IsNotSentAgain(string path)
    {
        using var first = await site.Client.GetAsync(path, Answers.Ct);
        using var again = await GetAsync(site.Client, path, first.Headers.ETag!.ToString());
        using var unknown = await GetAsync(site.Client, path, "\"another\"");
        using var among = await GetAsync(site.Client, path, $"\"another\", {first.Headers.ETag}");

        Assert.Equal("no-cache, public", string.Join(", ", first.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Answers.Ct));
        Assert.Equal(HttpStatusCode.OK, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, among.StatusCode);
    }

    [Fact]
    public async Task ETag_OfTwoAddresses_Differs()
    {
        using var first = await site.Client.GetAsync("/api/v1/campuses?region=52", Answers.Ct);
        using var second = await site.Client.GetAsync("/api/v1/campuses?region=53", Answers.Ct);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task ETag_OfARefusal_IsAbsent()
    {
        using var unknown = await site.Client.GetAsync("/api/v1/campuses/nowhere", Answers.Ct);
        using var star = await GetAsync(site.Client, "/api/v1/campuses/nowhere", "*");

        Assert.Null(unknown.Headers.ETag);
        Assert.True(unknown.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, star.StatusCode);
    }

    [Fact]
    public async Task Change_OfACampus_ShowsAtOnceUnderAnotherETag()
    {
        var campus = _a.Campus(x => x.Named("Ancien nom").At("un-campus"));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), campus]);
        using var client = app.NewClient();
        using var before = await client.GetAsync("/api/v1/campuses", Answers.Ct);

        await using (var db = app.NewContext())
        {
            var name = await db.Campuses.SelectMany(row => row.Names).SingleAsync(Answers.Ct);
            name.Name = "Nouveau nom";
            await db.SaveAsync(Answers.Ct);
        }

        using var after = await GetAsync(client, "/api/v1/campuses", before.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Nouveau nom", await after.Content.ReadAsStringAsync(Answers.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Midnight_InParis_MovesTheStateAndTheETag()
    {
        var campus = _a.Campus(x => x.Named("Nautisme").Labelled("2022-11-24", years: 4));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), campus]);
        using var client = app.NewClient();
        using var before = await client.GetAsync("/api/v1/campuses/nautisme", Answers.Ct);
        var stateBefore = (await client.JsonAsync("/api/v1/campuses/nautisme")).Text("state");

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero));

        using var after = await GetAsync(client, "/api/v1/campuses/nautisme", before.Headers.ETag!.ToString());
        Assert.Equal("in_force", stateBefore);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("expired", (await client.JsonAsync("/api/v1/campuses/nautisme")).Text("state"));
    }

    [Fact]
    public async Task Options_Asked_NamesTheMethods()
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/campuses"), Answers.Ct);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Preflight_OfAnyOrigin_IsGrantedForReading()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/campuses");
        request.Headers.Add("Origin", "https://exemple.fr");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "if-none-match");

        using var response = await site.Client.SendAsync(request, Answers.Ct);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("GET", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Contains("if-none-match", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/campuses", true)]
    [InlineData("/api/v1/campuses?page=0", true)]
    [InlineData("/api/v1/nothing", true)]
    [InlineData("/campus", false)]
    [InlineData("/health/live", false)]
    public async Task Origin_Other_MayReadTheApiAlone(string path, bool allowed)
    {
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", "https://exemple.fr");

            using var response = await site.Client.SendAsync(request, Answers.Ct);

            Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answer_Compressed_IsTheSame(string encoding)
    {
        var plain = await site.Client.GetStringAsync("/api/v1/campuses.geojson", Answers.Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/campuses.geojson");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var response = await site.Client.SendAsync(request, Answers.Ct);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        await using var body = await response.Content.ReadAsStreamAsync(Answers.Ct);
        await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(plain, await reader.ReadToEndAsync(Answers.Ct));
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return client.SendAsync(request, Answers.Ct);
    }
}
