using Maillage.Data;
using Maillage.Journeys;
using Maillage.TestKit;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace Maillage.Journeys;

/// <summary>The product with the starter facts, on a free port, and the one browser that visits it.</summary>
public sealed class Site : IAsyncLifetime
{
    // Quiet on a closed network; the map is drawn without a graphics card.
    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
    ];

    private WebApp _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await WebApp.WithStarterAsync(new WebAppOptions { Listens = true });
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Headless = true,
            Args = BrowserArguments,
        });
    }

    /// <summary>A visitor with nothing kept from another: on a desktop unless told otherwise, who asks for less motion.</summary>
    public Task<Visitor> VisitAsync(string language, Action<BrowserNewContextOptions>? change = null) => VisitAsync(_app.Address, language, change);

    /// <summary>The same, on a site of the test's own.</summary>
    public async Task<Visitor> VisitAsync(Uri address, string language, Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = address.GetLeftPart(UriPartial.Authority),
            Locale = language == "fr" ? "fr-FR" : "en-GB",
            TimezoneId = "Europe/Paris",
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = ColorScheme.Light,
        };
        change?.Invoke(options);
        return await Visitor.ArriveAsync(await _browser.NewContextAsync(options), address, language);
    }

    public MaillageDb NewContext() => _app.NewContext();

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
    }
}
