using Microsoft.Playwright;
using Xunit;

namespace Maillage.Journeys;

/// <summary>No page asks another site for anything, breaks its policy, or leaves a cookie that no form needs.</summary>
public sealed class EveryPageDiscreetTests(Site site)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Pages_TheirMapsStarted_StayOnTheSiteWithoutACookie(string language)
    {
        await using var visitor = await site.VisitAsync(language);

        foreach (var path in (IEnumerable<string>)[.. Addresses.Pages, .. Addresses.Missing, .. Addresses.Misunderstood])
        {
            var response = await visitor.OpenAsync(path);
            Assert.Equal(Policy, await response.HeaderValueAsync("content-security-policy"));
            if (await visitor.Page.Locator("[data-map]").CountAsync() > 0)
            {
                await visitor.WakeTheMapAsync();
            }
        }

        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        visitor.AssertNoComplaint();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Form_Opened_LeavesOneCookieThatScriptsCannotRead(string language)
    {
        await using var visitor = await site.VisitAsync(language);

        var response = await visitor.OpenAsync(Addresses.Form);

        Assert.Equal(Policy, await response.HeaderValueAsync("content-security-policy"));
        var cookie = Assert.Single(await visitor.Page.Context.CookiesAsync());
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, cookie.SameSite);
        visitor.AssertNoComplaint();
    }
}
