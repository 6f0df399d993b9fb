using System.Net;
using Maillage.Access.Rights;
using Maillage.Data.Audit;
using Maillage.Publishing;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Site;

/// <summary>What who runs the platform says of the site shows at once on every page, kept ones included, and can be emptied again.</summary>
public sealed class SettingsPageTests : IAsyncLifetime
{
    private const string Page = "/espace/reglages";

    private readonly TestData _a = new();
    private WebApp _app = null!;
    private HttpClient _administrator = null!;
    private HttpClient _visitor = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Operator:Publisher"] = "Rectorat de Nantes", ["Operator:Contact"] = "environnement@example.org" };
        _app = await WebApp.WithAsync(TestData.Territories(), new WebAppOptions { Settings = settings });
        _administrator = await _app.AsAsync(_a, Role.Administrator, Scope.National);
        _visitor = _app.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        _visitor.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Publisher_Set_IsOnEveryPageAtOnceAndEmptiedReturnsToTheEnvironment()
    {
        Assert.Contains("Rectorat de Nantes", await FooterAsync(), StringComparison.Ordinal);

        await SaveAsync(("publisher", "Région Bretagne"), ("contact", "https://exemple.fr/contact"));

        Assert.Contains("Région Bretagne", await FooterAsync(), StringComparison.Ordinal);
        var legal = await _visitor.PageAsync("/mentions-legales");
        Assert.Contains("Région Bretagne", legal.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(legal.QuerySelector("main a[href='https://exemple.fr/contact']"));

        await SaveAsync(("publisher", ""), ("contact", ""));

        Assert.Contains("Rectorat de Nantes", await FooterAsync(), StringComparison.Ordinal);
        Assert.NotNull((await _visitor.PageAsync("/mentions-legales")).QuerySelector("main a[href='mailto:environnement@example.org']"));
    }

    [Fact]
    public async Task Notice_Set_IsOnEveryPageUntilItsLastDay()
    {
        Assert.Null(await NoticeAsync("/campus"));

        await SaveAsync(("noticeFr", "Maintenance <b>dimanche</b>."), ("noticeEndsOn", "2026-11-24"));

        Assert.Equal("Maintenance <b>dimanche</b>.", (await NoticeAsync("/campus"))!.TextContent);
        Assert.Equal("fr", (await NoticeAsync("/en/campus"))!.GetAttribute("lang"));
        Assert.NotNull(await NoticeAsync("/adresse-inconnue"));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await NoticeAsync("/campus"));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await NoticeAsync("/campus"));
    }

    [Fact]
    public async Task Value_ThatNamesThePlaceOfAnother_IsText()
    {
        await SaveAsync(("contact", "https://exemple.fr/{host}"), ("host", "\" onmouseover=alert(1) x=\""));

        var legal = await _visitor.PageAsync("/mentions-legales");

        Assert.NotNull(legal.QuerySelector("main a[href='https://exemple.fr/{host}']"));
        Assert.Null(legal.QuerySelector("[onmouseover]"));
    }

    [Fact]
    public async Task Notice_TakenAway_StaysInTheTrace()
    {
        await SaveAsync(("noticeFr", "Maintenance dimanche."));
        await SaveAsync(("noticeFr", ""));

        await using var db = _app.NewContext();
        var traces = await db.AuditEntries.Where(row => row.ActCode == PublishingActs.SettingsChanged).OrderBy(row => row.AuditEntryId).ToListAsync(Ct);
        Assert.Contains("Maintenance dimanche.", traces[0].After, StringComparison.Ordinal);
        Assert.Contains("Maintenance dimanche.", traces[1].Before, StringComparison.Ordinal);
        Assert.Null(await NoticeAsync("/campus"));
    }

    [Fact]
    public async Task Notice_InBothLanguages_IsReadInThatOfThePage()
    {
        await SaveAsync(("noticeFr", "Maintenance dimanche."), ("noticeEn", "Maintenance on Sunday."));

        Assert.Equal("Maintenance on Sunday.", (await NoticeAsync("/en/campus"))!.TextContent);
        Assert.Null((await NoticeAsync("/en/campus"))!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("contact", "quelque part")]
    [InlineData("contact", "javascript:alert(1)")]
    [InlineData("noticeEndsOn", "demain")]
    [InlineData("noticeEn", "English alone")]
    [InlineData("publisher", "trop")]
    public async Task Value_ThatIsWrong_IsRefusedAtItsFieldAndKept(string field, string typed)
    {
        var value = typed == "trop" ? new string('é', 301) : typed;
        using var refused = await _administrator.SendAsync(Page, "[name=publisher]", ("host", "Hébergeur gardé"), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadPageAsync();
        Assert.NotNull(page.QuerySelector($"#{(field == "noticeEn" ? "noticeFr" : field)}-error"));
        Assert.Equal(value, page.QuerySelector($"#{field}")!.GetAttribute("value"));
        Assert.Equal("Hébergeur gardé", page.QuerySelector("#host")!.GetAttribute("value"));
        await using var db = _app.NewContext();
        Assert.False(await db.SiteSettings.AnyAsync(Ct));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Settings_ChangedByTwo_AreThoseOfTheFirstAndTheSecondIsTold(bool exist)
    {
        if (exist)
        {
            await SaveAsync(("publisher", "Avant"));
        }

        var page = await _administrator.PageAsync(Page);
        await SaveAsync(("publisher", "Premier"));
        var fields = page.QuerySelector("#publisher")!.Closest("form")!.QuerySelectorAll("input[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "", StringComparer.Ordinal);
        fields["publisher"] = "Second";
        using var second = await _administrator.PostAsync(Page, new FormUrlEncodedContent(fields), Ct);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var told = await second.ReadPageAsync();
        Assert.Equal("Second", told.QuerySelector("#publisher")!.GetAttribute("value"));
        Assert.Contains("Premier", told.QuerySelector(".fr-alert--info")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Premier", await FooterAsync(), StringComparison.Ordinal);
        await using var db = _app.NewContext();
        Assert.Equal(exist ? 2 : 1, await db.AuditEntries.CountAsync(row => row.ActCode == PublishingActs.SettingsChanged, Ct));
    }

    [Fact]
    public async Task Settings_OfTheSite_AreNotThereForAMinistry()
    {
        using var ministry = await _app.AsAsync(_a, Role.Ministry, Scope.National);

        using var page = await ministry.GetAsync(Page, Ct);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private async Task SaveAsync(params (string Name, string Value)[] fields)
    {
        using var saved = await _administrator.SendAsync(Page, "[name=publisher]", fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private async Task<string> FooterAsync() => (await _visitor.PageAsync("/glossaire")).QuerySelector("footer")!.TextContent;

    private async Task<AngleSharp.Dom.IElement?> NoticeAsync(string path)
    {
        using var response = await _visitor.GetAsync(path, Ct);
        return (await response.ReadPageAsync()).QuerySelector(".fr-notice__title");
    }
}
