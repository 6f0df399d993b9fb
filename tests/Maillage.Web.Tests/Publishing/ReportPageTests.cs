using System.Net;
using AngleSharp.Html.Dom;
using Maillage.Publishing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Publishing;

public sealed class ReportPageTests(SitePages site)
{
    private const string Message = "Le siège n’est plus à La Roche-sur-Yon.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/signaler?page=/campus/nautisme-pays-de-la-loire", "Signaler une erreur", "/campus/nautisme-pays-de-la-loire")]
    [InlineData("/en/signaler?page=/campus/nautisme-pays-de-la-loire", "Report an error", "/en/campus/nautisme-pays-de-la-loire")]
    public async Task Form_AskedAboutACampus_NamesItAndLinksToIt(string address, string title, string link)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        var about = Assert.IsAssignableFrom<IHtmlAnchorElement>(page.QuerySelector(".lead a"));
        Assert.Equal("Campus Nautisme", about.TextContent);
        Assert.Equal(link, about.GetAttribute("href"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?page=https://ailleurs.example/")]
    [InlineData("?page=//ailleurs.example/")]
    [InlineData("?page=/%5Cailleurs.example")]
    [InlineData("?page=javascript:alert(1)")]
    public async Task Form_AskedAboutWhatIsNotAPage_IsAboutTheSite(string query)
    {
        var (response, page) = await site.GetAsync("/signaler" + query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Votre message porte sur le site en général.", page.QuerySelector(".lead")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main a[href*=ailleurs]"));
    }

    [Fact]
    public async Task Form_Always_IsNotKeptByAnyone()
    {
        var (response, _) = await site.GetAsync("/signaler");

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.StartsWith("maillage-form=", StringComparison.Ordinal)
            && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase)
            && cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Form_OverHttpsByACompressingBrowser_IsNotCompressed()
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://localhost/signaler");
        request.Headers.Add("Accept-Encoding", "br, gzip");

        var response = await visitor.SendAsync(request, Ct);

        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Report_Sent_IsStoredOnceAndThanked()
    {
        using var visitor = site.Visitor();
        var page = $"/campus/{Guid.CreateVersion7()}";

        var first = await SendAsync(visitor, page, Message);
        await SendAsync(visitor, page, $"  {Message}\r\n");

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/signaler/merci?page=" + Uri.EscapeDataString(page), first.Headers.Location!.OriginalString);
        var thanks = await (await visitor.GetAsync(first.Headers.Location, Ct)).ReadPageAsync();
        Assert.Equal("Merci, votre message est enregistré", thanks.QuerySelector("h1")!.TextContent);
        var stored = Assert.Single(await StoredAsync(page));
        Assert.Equal((Message, "fr"), (stored.Message, stored.Language));
    }

    [Fact]
    public async Task Report_SentFromTheEnglishForm_KeepsThePageWithoutLanguage()
    {
        using var visitor = site.Visitor();
        var page = $"/campus/{Guid.CreateVersion7()}";

        var answer = await SendAsync(visitor, "/en" + page, Message, "/en/signaler");

        Assert.StartsWith("/en/signaler/merci", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("en", Assert.Single(await StoredAsync(page)).Language);
    }

    [Fact]
    public async Task Report_TooShort_IsRefusedAtItsFieldAndKept()
    {
        using var visitor = site.Visitor();
        var page = $"/campus/{Guid.CreateVersion7()}";

        var answer = await SendAsync(visitor, page, "faux <b>");

        var form = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Écrivez entre 10 et 2 000 caractères : le message en compte 8.", form.Alert());
        var message = Assert.IsAssignableFrom<IHtmlTextAreaElement>(form.GetElementById("message"));
        Assert.Equal("faux <b>", message.Value);
        Assert.Equal("true", message.GetAttribute("aria-invalid"));
        Assert.NotNull(form.GetElementById(message.GetAttribute("aria-describedby")!));
        Assert.Empty(await StoredAsync(page));
    }

    [Fact]
    public async Task Report_WithoutItsToken_IsRefused()
    {
        using var visitor = site.Visitor();
        var page = $"/campus/{Guid.CreateVersion7()}";
        using var content = new FormUrlEncodedContent([new("page", page), new("message", Message)]);

        var answer = await visitor.PostAsync("/signaler", content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Cette demande n’a pas pu être comprise", (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent);
        Assert.Empty(await StoredAsync(page));
    }

    [Fact]
    public async Task Report_WithTheHiddenFieldFilled_IsThankedAndDropped()
    {
        using var visitor = site.Visitor();
        var page = $"/campus/{Guid.CreateVersion7()}";

        var answer = await SendAsync(visitor, page, Message, trap: "https://spam.example");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await StoredAsync(page));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string page, string message, string form = "/signaler", string trap = "")
    {
        var shown = await (await visitor.GetAsync(form, Ct)).ReadPageAsync();
        var token = shown.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("page", page), new("message", message), new("website", trap)]);
        return await visitor.PostAsync(form, content, Ct);
    }

    private async Task<List<FactReport>> StoredAsync(string page)
    {
        await using var db = site.App.NewContext();
        return await db.FactReports.Where(report => report.Page == page).ToListAsync(Ct);
    }
}
