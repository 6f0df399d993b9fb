using System.Net;
using Maillage.Access.Invitations;
using Maillage.TestKit;
using Maillage.Web.Hosting.Access;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using Xunit;

namespace Maillage.Web.Tests.Access;

public sealed class SignInPagesTests : IAsyncLifetime
{
    private const string Email = "admin@example.org";
    private const string Password = "quatre grues jaunes dorment";

    private WebApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await WebApp.WithAsync(TestData.Territories());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task FirstAdministrator_FromTheLinkToTheNextSignIn_ComesIn()
    {
        using var first = _app.NewClient();
        var key = await EnrolAsync(first);
        using var later = _app.NewClient();
        _app.Clock.Advance(TimeSpan.FromSeconds(30));

        using var password = await later.SendAsync("/connexion?retour=%2Fespace%2Fcompte", "[name=password]", ("email", Email), ("password", Password));
        using var code = await later.SendAsync(password.Headers.Location!.OriginalString, "[name=code]", ("code", Code(key)));

        Assert.Equal("/espace/compte", code.Headers.Location!.OriginalString);
        Assert.Contains("Camille Martin", (await later.PageAsync("/espace")).Text(), StringComparison.Ordinal);
        Assert.Contains("administrateur de la plateforme", (await later.PageAsync("/espace")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongPassword_Typed_KeepsTheAddressAndTellsNothingElse()
    {
        using var visitor = _app.NewClient();

        using var known = await visitor.SendAsync("/connexion", "[name=password]", ("email", "personne@example.org"), ("password", "pas celui-là du tout"));

        Assert.Equal(HttpStatusCode.BadRequest, known.StatusCode);
        var page = await known.ReadPageAsync();
        Assert.Equal("personne@example.org", page.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[name=password]")!.GetAttribute("value"));
        Assert.Contains("ne vont pas ensemble", page.Alert(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/espace")]
    [InlineData("/en/espace/compte")]
    [InlineData("/espace/rien-de-tel")]
    public async Task Workspace_WithoutASession_LeadsToTheSignIn(string path)
    {
        using var visitor = _app.NewClient();

        using var response = await visitor.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith($"/connexion?retour={Uri.EscapeDataString(path)}", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://exemple.org/")]
    [InlineData("//exemple.org")]
    [InlineData("/\\exemple.org")]
    [InlineData("/%0d%0aSet-Cookie:a=b")]
    [InlineData("javascript:alert(1)")]
    public async Task Return_OutsideTheSite_LeadsToTheWorkspace(string back)
    {
        using var visitor = _app.NewClient();
        var page = await visitor.PageAsync($"/connexion?retour={Uri.EscapeDataString(Uri.UnescapeDataString(back))}");

        var action = page.QuerySelector("form:has([name=password])")!.GetAttribute("action");

        Assert.Equal("?retour=%2Fespace", action);
    }

    [Fact]
    public async Task Session_EndedFromAfar_IsOverAtTheNextRequest()
    {
        using var first = _app.NewClient();
        var key = await EnrolAsync(first);
        using var other = _app.NewClient();
        _app.Clock.Advance(TimeSpan.FromSeconds(30));
        using (var password = await other.SendAsync("/connexion", "[name=password]", ("email", Email), ("password", Password)))
        using (await other.SendAsync(password.Headers.Location!.OriginalString, "[name=code]", ("code", Code(key))))
        {
        }

        using (await first.SendAsync("/espace/compte", "[name=sessionId]"))
        {
        }

        using var ended = await other.GetAsync("/espace", Ct);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var kept = await first.GetAsync("/espace", Ct);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task Session_OfSomeoneElse_IsNotThere()
    {
        using var first = _app.NewClient();
        await EnrolAsync(first);

        using var forged = await PostAsync(first, "/espace/compte?handler=EndSession", "sessionId", Guid.CreateVersion7().ToString());

        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task SignOut_Done_EndsTheSessionOnTheServerToo()
    {
        using var first = _app.NewClient();
        await EnrolAsync(first);

        using var response = await first.SendAsync("/espace", "nav button, form button");

        Assert.Equal("/", response.Headers.Location!.OriginalString);
        using var after = await first.GetAsync("/espace", Ct);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Page_OfTheWorkspace_IsKeptByNobody()
    {
        using var first = _app.NewClient();
        await EnrolAsync(first);

        using var response = await first.GetAsync("/espace/compte", Ct);

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        using var visitor = _app.NewClient();

        using var response = await visitor.PostAsync("/connexion", new FormUrlEncodedContent([new("email", Email), new("password", Password)]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Passkey_Unknown_IsRefusedInWords()
    {
        using var visitor = _app.NewClient();
        using (await PostAsync(visitor, "/connexion?handler=Challenge", "credential", ""))
        {
        }

        using var response = await visitor.SendAsync("/connexion", "[name=credential]", ("credential", """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}"""));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("n’a pas été reconnue", (await response.ReadPageAsync()).Alert(), StringComparison.Ordinal);
    }

    /// <summary>Follows the link of the first administrator, chooses a password, ties a telephone.</summary>
    private async Task<string> EnrolAsync(HttpClient visitor)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<InviteFirstAdministrator>().ExecuteAsync(Ct);
        using var accepted = await visitor.SendAsync($"/invitation?jeton={secret}", "[name=email]", ("email", Email), ("name", "Camille Martin"));
        Assert.Equal("/espace/compte", accepted.Headers.Location!.OriginalString);
        using var password = await visitor.SendAsync("/espace/compte/mot-de-passe", "[name=password]", ("password", Password));
        Assert.Equal("/espace/compte/telephone", password.Headers.Location!.OriginalString);
        var key = string.Concat((await visitor.PageAsync("/espace/compte/telephone")).QuerySelector(".code-key")!.TextContent.Where(char.IsLetterOrDigit));
        using var codes = await PostAsync(visitor, "/espace/compte/telephone", "code", Code(key));
        Assert.Equal(10, (await codes.ReadPageAsync()).QuerySelectorAll(".recovery-codes li").Length);
        return key;
    }

    /// <summary>Sends one field, with the token of the session menu, without reading the page again.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient visitor, string path, string name, string value)
    {
        var page = await visitor.PageAsync(path.StartsWith(SessionCookie.SignInPage, StringComparison.Ordinal) ? path.Split('?')[0] : SessionCookie.Workspace);
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(name, value)]), Ct);
    }

    private string Code(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(_app.Clock.GetUtcNow().UtcDateTime);
}
