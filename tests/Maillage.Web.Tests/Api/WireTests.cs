using System.Net;
using System.Net.Sockets;
using System.Text;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Api;

/// <summary>What only a real server shows: bodies left out, bytes that no client library would send.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private WebApp _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var campus = new TestData().Campus(x => x.Named("Nautisme"));
        _app = await WebApp.WithAsync([.. TestData.Territories(), campus], new WebAppOptions { Listens = true });
        _client = _app.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/v1/campuses", HttpStatusCode.OK)]
    [InlineData("/api/v1/campuses.csv", HttpStatusCode.OK)]
    [InlineData("/api/v1/campuses.geojson", HttpStatusCode.OK)]
    [InlineData("/api/v1/campuses/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/campuses?page=0", HttpStatusCode.BadRequest)]
    public async Task Head_Asked_IsTheAnswerWithoutItsBody(string path, HttpStatusCode status)
    {
        using var get = await _client.GetAsync(path, Answers.Ct);
        for (var time = 0; time < 2; time++)
        {
            using var head = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Answers.Ct);

            Assert.Equal(status, head.StatusCode);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Answers.Ct));
        }
    }

    [Theory]
    [InlineData("/api/v1/campuses/%00", 400)]
    [InlineData("/api/v1/campuses?q=%00", 400)]
    [InlineData("/api/v1/campuses?q=\u00FF\u00FE", 400)]
    [InlineData("/api/v1/campuses?q=%", 200)]
    [InlineData("/api/v1/campuses?q=%zz", 200)]
    [InlineData("/api/v1/campuses?&&&", 200)]
    [InlineData("/api/v1/campuses/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("/api/v1/campuses/%e0%a4%a", 404)]
    [InlineData("//api/v1/campuses", 404)]
    public async Task Address_OfAnyBytes_IsAnsweredAndTheServerStands(string path, int status)
    {
        var answer = await SendAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        await _client.JsonAsync("/api/v1/campuses");
    }

    [Fact]
    public async Task Query_OfSixtyKilobytes_IsRefusedAsData()
    {
        var answer = await SendAsync($"GET /api/v1/campuses?q={new string('a', 60_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 414 ", answer, StringComparison.Ordinal);
        Assert.Contains("api.address.too_long", answer, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(_app.Address.Host, _app.Address.Port, Answers.Ct);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Answers.Ct);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Answers.Ct);
    }
}
