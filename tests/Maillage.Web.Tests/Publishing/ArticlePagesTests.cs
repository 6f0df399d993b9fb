using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Maillage.Access.Rights;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Publishing.Articles;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Publishing;

/// <summary>What a campus writes for everyone: drafts, publication, versions, pictures, and what of a text never runs.</summary>
public sealed class ArticlePagesTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private WebApp _app = null!;
    private Campus _campus = null!;
    private Campus _neighbour = null!;
    private HttpClient _team = null!;
    private HttpClient _visitor = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string New => $"/espace/campus/{_campus.CampusId}/articles/texte";

    public async ValueTask InitializeAsync()
    {
        (_campus, _neighbour) = (_a.Campus(x => x.Named("Nautisme").In("52")), _a.Campus(x => x.Named("Bois").In("53")));
        _app = await WebApp.WithAsync([.. TestData.Territories(), _campus, _neighbour]);
        _team = await _app.AsAsync(_a, Role.CampusTeam, Scope.Campus(_campus.CampusId));
        _visitor = _app.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _team.Dispose();
        _visitor.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task News_Published_IsReadAtOnceByEveryoneAndInTheFeeds()
    {
        var before = await _visitor.PageAsync($"/campus/{_campus.Slug}");
        await WriteAsync("Portes ouvertes", "Venez **nombreux** samedi.\n\n- voiles\n- moteurs");

        var campus = await _visitor.PageAsync($"/campus/{_campus.Slug}");
        var item = await _visitor.PageAsync($"/campus/{_campus.Slug}/actualites/portes-ouvertes");
        Assert.DoesNotContain("Portes ouvertes", before.Text(), StringComparison.Ordinal);
        Assert.Equal("Portes ouvertes", campus.QuerySelector("#actualites li a")!.TextContent);
        Assert.Equal("nombreux", item.QuerySelector(".markdown strong")!.TextContent);
        Assert.Equal(2, item.QuerySelectorAll(".markdown li").Length);
        Assert.Contains("Portes ouvertes", (await _visitor.PageAsync("/actualites")).Text(), StringComparison.Ordinal);
        Assert.Contains("Portes ouvertes", (await _visitor.PageAsync("/regions/pays-de-la-loire")).Text(), StringComparison.Ordinal);
        foreach (var feed in new[] { "/actualites.atom", $"/campus/{_campus.Slug}/actualites.atom" })
        {
            using var answer = await _visitor.GetAsync(feed, Ct);
            Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
            XNamespace atom = "http://www.w3.org/2005/Atom";
            var entry = XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!.Element(atom + "entry")!;
            Assert.Equal("Portes ouvertes", entry.Element(atom + "title")!.Value);
            Assert.EndsWith($"/campus/{_campus.Slug}/actualites/portes-ouvertes", entry.Element(atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Text_NotYetPublished_IsForTheTeamAlone()
    {
        await WriteAsync("Brouillon secret", "À relire.", ("state", ""));
        await WriteAsync("Pour demain", "Bientôt.", ("publishOn", TestData.Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture)));

        foreach (var path in new[] { $"/campus/{_campus.Slug}", "/actualites", $"/campus/{_campus.Slug}/actualites", "/actualites.atom", "/sitemap.xml" })
        {
            var text = await _visitor.GetStringAsync(path, Ct);
            Assert.DoesNotContain("Brouillon", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("demain", text, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var slug in new[] { "brouillon-secret", "pour-demain" })
        {
            using var answer = await _visitor.GetAsync($"/campus/{_campus.Slug}/actualites/{slug}", Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Contains("Brouillon secret", (await _team.PageAsync($"/espace/campus/{_campus.CampusId}/articles")).Text(), StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Pour demain", (await _visitor.PageAsync($"/campus/{_campus.Slug}/actualites")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[ici](javascript:alert(1))")]
    [InlineData("[ici](JaVaScRiPt&colon;alert(1))")]
    [InlineData("[ici](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("![](https://espion.example/pixel.png)")]
    [InlineData("<a href=\"https://x.example\" onclick=\"alert(1)\">x</a>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<iframe src=\"https://x.example\"></iframe>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("```\"><script>alert(1)</script>\n```")]
    [InlineData("<vbscript:alert(1)>")]
    public async Task Markdown_ThatAttacks_IsTextOrNothing(string body)
    {
        await WriteAsync("Attaque", "Avant\n\n" + body + "\n\naprès");

        var written = (await _visitor.PageAsync($"/campus/{_campus.Slug}/actualites/attaque")).QuerySelector(".markdown")!;

        Assert.Empty(written.QuerySelectorAll("script, img, style, iframe, svg, object, form, input"));
        Assert.DoesNotContain(written.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
        Assert.All(written.QuerySelectorAll("a[href]"), link => Assert.Matches("^(https?|mailto):", link.GetAttribute("href")!));
        Assert.Contains("après", written.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WrongOrHalfTyped_IsRefusedAtItsFieldAndKept()
    {
        await RefusedAsync("titleFr", ("titleFr", " "), ("bodyFr", "Texte gardé"));
        await RefusedAsync("bodyFr", ("titleFr", "Titre"), ("bodyFr", new string('a', Article.BodyMaxLength + 1)));
        await RefusedAsync("bodyEn", ("titleFr", "Titre"), ("bodyFr", "Texte"), ("titleEn", "Title"));
        await RefusedAsync("publishOn", ("titleFr", "Titre"), ("bodyFr", "Texte"), ("state", "published"), ("publishOn", "32/12/2026"));
        await RefusedAsync("titleFr", ("titleFr", new string('a', Article.TitleMaxLength + 1)), ("bodyFr", "Texte"));

        await using var db = _app.NewContext();
        Assert.False(await db.Articles.AnyAsync(Ct) || await db.ArticleVersions.AnyAsync(Ct));
    }

    [Fact]
    public async Task Preview_ShowsWhatWasTypedAndSavesNothing()
    {
        using var preview = await _team.SendAsync(New + "?nature=news", "button[formaction]", ("titleFr", "Vu"), ("bodyFr", "Un mot **fort**"));

        var page = await preview.ReadPageAsync();
        Assert.Equal("fort", page.QuerySelector(".markdown strong")!.TextContent);
        Assert.Equal("Vu", page.QuerySelector("#titleFr")!.GetAttribute("value"));
        await using var db = _app.NewContext();
        Assert.False(await db.Articles.AnyAsync(Ct));
    }

    [Fact]
    public async Task Version_TakenUpAgain_SaysWhatItSaidAndLosesNothing()
    {
        var id = await WriteAsync("Titre", "Premier texte");
        using (await SendAsync($"{New}/{id}", ("bodyFr", "Second texte")))
        {
        }

        var compared = await _team.PageAsync($"{New}/{id}/versions/1");
        Assert.Contains("Premier texte", compared.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Second texte", compared.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        using (await _team.SendAsync($"{New}/{id}/versions/1", ".difference ~ form button"))
        {
        }

        await using var db = _app.NewContext();
        Assert.Equal("Premier texte", (await db.Articles.SingleAsync(Ct)).Body.Fr);
        Assert.Equal(["Premier texte", "Second texte", "Premier texte"], await db.ArticleVersions.OrderBy(row => row.Number).Select(row => row.Body.Fr).ToListAsync(Ct));
        using var missing = await _team.GetAsync($"{New}/{id}/versions/9", Ct);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task SecondOfTwoPeople_IsToldAndLosesNothing()
    {
        var id = await WriteAsync("Titre", "Texte");
        var read = (await _team.PageAsync($"{New}/{id}")).QuerySelector("[name=version]")!.GetAttribute("value")!;
        using (await SendAsync($"{New}/{id}", ("bodyFr", "Celui du premier")))
        {
        }

        using var second = await SendAsync($"{New}/{id}", ("bodyFr", "Celui du second"), ("version", read));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.ReadPageAsync();
        Assert.Contains("Celui du second", page.QuerySelector("#bodyFr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Celui du premier", page.QuerySelector("main details .markdown")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_OfAnArticle_IsDrawnAnewNamedAndNoLargerThanThePage()
    {
        using var nameless = await SendPictureAsync("photo.jpeg", FileSamples.Photo(), "");
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.NotNull((await nameless.ReadPageAsync()).QuerySelector("#altFr-error"));
        using var pdf = await SendPictureAsync("a.pdf", FileSamples.Pdf, "Un plan");
        Assert.NotNull((await pdf.ReadPageAsync()).QuerySelector("#file-error"));

        using var sent = await SendPictureAsync("photo.jpeg", FileSamples.Photo(), "Deux apprentis posent une hélice");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var picture = (await _visitor.PageAsync($"/campus/{_campus.Slug}/actualites/avec-photo")).QuerySelector("img.article__picture")!;
        Assert.Equal("Deux apprentis posent une hélice", picture.GetAttribute("alt"));
        Assert.InRange(int.Parse(picture.GetAttribute("width")!, CultureInfo.InvariantCulture), 1, 1_600);
        using var shown = await _visitor.GetAsync(picture.GetAttribute("src"), Ct);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(await shown.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);
        await using var db = _app.NewContext();
        var article = await db.Articles.SingleAsync(Ct);
        using (await SendAsync($"{New}/{article.ArticleId}", ("state", "")))
        {
        }

        using var hidden = await _visitor.GetAsync(picture.GetAttribute("src"), Ct);
        using var seen = await _team.GetAsync(picture.GetAttribute("src"), Ct);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (hidden.StatusCode, seen.StatusCode));
    }

    [Fact]
    public async Task Presentation_Published_StandsOnThePageOfTheCampusAndThereIsOne()
    {
        using var first = await SendAsync(New + "?nature=presentation", ("titleFr", "Le campus"), ("bodyFr", "Nous sommes **le** campus."), ("titleEn", "The campus"), ("bodyEn", "We are **the** campus."), ("state", "published"));
        using var second = await SendAsync(New + "?nature=presentation", ("titleFr", "Encore"), ("bodyFr", "Deux."), ("state", "published"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("le", (await _visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelector("#presentation .markdown strong")!.TextContent);
        Assert.Equal("the", (await _visitor.PageAsync($"/en/campus/{_campus.Slug}")).QuerySelector("#presentation .markdown strong")!.TextContent);
    }

    [Fact]
    public async Task Article_Removed_IsGoneWithItsVersionsAndItsPicture()
    {
        using (await SendPictureAsync("photo.jpeg", FileSamples.Photo(), "Une hélice"))
        {
        }

        await using var db = _app.NewContext();
        var id = (await db.Articles.SingleAsync(Ct)).ArticleId;
        using (await _team.SendAsync($"{New}/{id}", "[action$=Remove] button"))
        {
        }

        Assert.False(await db.Articles.AnyAsync(Ct) || await db.ArticleVersions.AnyAsync(Ct) || await db.StoredFiles.AnyAsync(Ct));
    }

    private async Task<Guid> WriteAsync(string title, string body, params (string, string)[] others)
    {
        using var written = await SendAsync(New + "?nature=news", [("titleFr", title), ("bodyFr", body), ("state", "published"), .. others]);
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        await using var db = _app.NewContext();
        return await db.Articles.OrderByDescending(row => row.ArticleId).Select(row => row.ArticleId).FirstAsync(Ct);
    }

    private async Task RefusedAsync(string field, params (string, string)[] typed)
    {
        using var refused = await SendAsync(New + "?nature=news", typed);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadPageAsync();
        Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.Equal(typed.First(pair => pair.Item1 == "bodyFr").Item2, page.QuerySelector("#bodyFr")!.TextContent.TrimStart('\n'));
    }

    private Task<HttpResponseMessage> SendAsync(string path, params (string, string)[] typed) => _team.SendAsync(path, "[name=titleFr]", typed);

    private async Task<HttpResponseMessage> SendPictureAsync(string name, byte[] content, string alt)
    {
        var token = (await _team.PageAsync(New)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Avec photo"), "titleFr" }, { new StringContent("Regardez."), "bodyFr" },
            { new StringContent("published"), "state" }, { new StringContent(alt), "altFr" }, { new StringContent("0"), "version" },
        };
        form.Add(new ByteArrayContent(content), FilesProblems.Field, name);
        return await _team.PostAsync(New, form, Ct);
    }
}
