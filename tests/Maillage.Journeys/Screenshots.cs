using Maillage.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Maillage.Journeys;

/// <summary>The pictures of README.md, made by <c>scripts/screenshots</c>: not a part of the tests.</summary>
public sealed class Screenshots(Site site)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "screenshots");

    private const int Phone = 360;

    // A page is shown in the width of a column, and weighs less.
    private const float Reduced = 0.75f;

    [Theory(Explicit = true)]
    [InlineData("home", "/", "fr", 1440, 1180, ColorScheme.Light)]
    [InlineData("campus", Addresses.RichCampus, "fr", 1440, 1180, ColorScheme.Light)]
    [InlineData("directory-2018", "/campus?date=2018-12-31", "fr", 1440, 1180, ColorScheme.Light)]
    [InlineData("home-phone", "/", "fr", Phone, 780, ColorScheme.Light)]
    [InlineData("campus-dark-english", Addresses.RichCampus, "en", 1440, 1180, ColorScheme.Dark)]
    public async Task Picture(string name, string path, string language, int width, int height, ColorScheme theme)
    {
        await using var visitor = await site.VisitAsync(language, options =>
        {
            options.ViewportSize = new ViewportSize { Width = width, Height = height };
            options.ColorScheme = theme;
            options.DeviceScaleFactor = width > Phone ? Reduced : 1;
        });

        await visitor.OpenAsync(path);
        await visitor.WakeTheMapAsync();
        await visitor.Page.Mouse.MoveAsync(0, 0);
        await visitor.Page.EvaluateAsync("scrollTo(0, 0)");

        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    [Theory(Explicit = true)]
    [InlineData("pathways", Addresses.Routes + "&toLevel=7", "fr", ".ladder-figure")]
    public async Task PictureOfAPart(string name, string path, string language, string part)
    {
        await using var visitor = await site.VisitAsync(language, options => options.DeviceScaleFactor = Reduced);

        await visitor.OpenAsync(path);

        await visitor.Page.Locator(part).ScreenshotAsync(
            new LocatorScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }
}
