using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Maillage.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(Maillage.Web.Tests.SitePages))]

namespace Maillage.Web.Tests;

/// <summary>The site over the starter facts, started once for all the tests that only read.</summary>
public sealed class SitePages : IAsyncLifetime
{
    private WebApp? _app;
    private HttpClient? _client;

    public WebApp App => _app ?? throw new InvalidOperationException("Initialise the site first.");

    /// <summary>A caller of the API.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException("Initialise the site first.");

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.WithStarterAsync();
        _client = _app.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_app is { } app)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>A visitor who keeps cookies and follows no redirection.</summary>
    public HttpClient Visitor() => App.NewClient();

    /// <summary>A page, as a browser without JavaScript asks for it.</summary>
    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> GetAsync(string path)
    {
        using var visitor = Visitor();
        var response = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        return (response, await response.ReadPageAsync());
    }
}

internal static class PageReading
{
    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Text of the page without its repeated spaces.</summary>
    public static string Text(this IHtmlDocument page) => Words(page.QuerySelector("main")!.TextContent);

    public static string Words(this AngleSharp.Dom.INode node) => Words(node.TextContent);

    private static string Words(string text) => string.Join(' ', text.Replace('\u202f', ' ').Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The sentences of the alert.</summary>
    public static string? Alert(this IHtmlDocument page) => page.QuerySelector("[role=alert]")?.Words();
}
