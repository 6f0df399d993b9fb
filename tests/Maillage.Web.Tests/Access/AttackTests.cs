using System.Net;
using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Messages.Delivery;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Web.Tests.Access;

/// <summary>Attacks on sessions, links and addresses, tried and repelled; SECURITY.md lists them with those of the other classes.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private const string Script = "\"><script>alert(1)</script>";

    private readonly TestData _a = new();
    private WebApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await WebApp.WithAsync(TestData.Territories());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task LinkOfSignIn_FollowedASecondTime_OpensNothing()
    {
        var (account, secret) = await LinkAsync();
        using var owner = _app.NewClient();
        using var thief = _app.NewClient();

        using var first = await owner.SendAsync($"/connexion/lien?jeton={secret}", "[name=jeton]");
        using var replayed = await thief.GetAsync($"/connexion/lien?jeton={secret}", Ct);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, replayed.StatusCode);
        await using var db = _app.NewContext();
        Assert.Equal(1, await db.Sessions.CountAsync(row => row.AccountId == account.Id, Ct));
    }

    [Fact]
    public async Task LinkOfSignIn_OpenedByAMailReader_StillServes()
    {
        var (_, secret) = await LinkAsync();
        using var scanner = _app.NewClient();
        using var owner = _app.NewClient();

        using (await scanner.GetAsync($"/connexion/lien?jeton={secret}", Ct))
        {
        }

        using var opened = await owner.SendAsync($"/connexion/lien?jeton={secret}", "[name=jeton]");
        Assert.Equal("/espace", opened.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task LinkOfSignIn_AfterItsTime_OpensNothing()
    {
        var (_, secret) = await LinkAsync();
        using var owner = _app.NewClient();
        _app.Clock.Advance(TimeSpan.FromMinutes(6));

        using var late = await owner.GetAsync($"/connexion/lien?jeton={secret}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task Session_GivenBeforeTheSignIn_IsNotTheOneAfter()
    {
        var attacker = _a.Account();
        await _app.Data.SaveAsync(attacker);
        using var browser = await _app.SignInAsync(attacker);
        var (victim, secret) = await LinkAsync();

        using (await browser.SendAsync($"/connexion/lien?jeton={secret}", "[name=jeton]"))
        {
        }

        await using var db = _app.NewContext();
        var sessions = await db.Sessions.AsNoTracking().ToListAsync(Ct);
        Assert.Equal(2, sessions.Select(session => session.SessionId).Distinct().Count());
        Assert.Equal(victim.Id, sessions.MaxBy(session => session.SessionId)!.AccountId);
    }

    [Fact]
    public async Task Cookie_MadeUp_OpensNothing()
    {
        using var thief = _app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/espace");
        request.Headers.Add("Cookie", $"maillage-session={Guid.CreateVersion7()}");

        using var response = await thief.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task HostHeader_OfAnotherSite_IsNotInTheMessageSent()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await WebApp.WithAsync(TestData.Territories(), new WebAppOptions
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Operator:Address"] = "https://maillage.example" },
            Services = services => services.AddSingleton(Microsoft.Extensions.Options.Options.Create(server.Settings)),
        });
        await app.Data.SaveAsync(_a.Account("rare@example.org"));
        using var visitor = app.NewClient();
        var token = (await visitor.PageAsync("/connexion/lien")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connexion/lien?handler=Send") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("email", "rare@example.org")]) };
        request.Headers.Host = "ailleurs.example";

        using (await visitor.SendAsync(request, Ct))
        {
        }

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliverMessages>().ExecuteAsync(Ct);
        Assert.Equal("maillage.example", (await server.WaitForAsync("rare@example.org")).Link().Host);
    }

    [Theory]
    [InlineData("/recherche?q=")]
    [InlineData("/campus?q=")]
    [InlineData("/formations?q=")]
    [InlineData("/organisations?q=")]
    [InlineData("/metiers?q=")]
    [InlineData("/signaler?page=")]
    [InlineData("/connexion?retour=")]
    [InlineData("/connexion/lien?jeton=")]
    [InlineData("/invitation?jeton=")]
    [InlineData("/lien/organisation?jeton=")]
    [InlineData("/courriels/arret?jeton=")]
    [InlineData("/espace/personnes?q=")]
    [InlineData("/espace/traces?objet=")]
    [InlineData("/espace/traces?du=")]
    [InlineData("/espace/organisations?q=")]
    [InlineData("/espace/courriels?state=")]
    public async Task Script_InAnAddress_IsShownAsText(string address)
    {
        using var administrator = await _app.AsAsync(_a, Role.Administrator, Scope.National);

        using var response = await administrator.GetAsync(address + Uri.EscapeDataString(Script), Ct);

        Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}");
        Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(Ct), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/espace/personnes/pas-un-identifiant")]
    [InlineData("/espace/organisations/..%2f..%2fetc%2fpasswd")]
    [InlineData("/espace/traces?apres=pas-un-identifiant")]
    [InlineData("/espace/traces?apres=00000000-0000-0000-0000-000000000001")]
    [InlineData("/espace/courriels?page=-1")]
    [InlineData("/espace/personnes?page=99999999999999999999")]
    [InlineData("/espace/personnes?role=%00")]
    public async Task Address_Broken_IsNeverAFailure(string address)
    {
        using var administrator = await _app.AsAsync(_a, Role.Administrator, Scope.National);

        using var response = await administrator.GetAsync(address, Ct);

        Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}");
    }

    [Fact]
    public async Task Passwords_TriedByTheDozen_AreNoLongerJudged()
    {
        using var attacker = _app.NewClient();
        HttpStatusCode last = default;

        for (var attempt = 0; attempt <= SignInThrottle.PerAccount; attempt++)
        {
            using var response = await attacker.SendAsync("/connexion", "[name=password]", ("email", "directrice@example.org"), ("password", $"essai numero {attempt}"));
            last = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private async Task<(Account Account, string Secret)> LinkAsync()
    {
        var account = _a.Account();
        var secret = Secret.New();
        var now = _app.Clock.GetUtcNow().UtcDateTime;
        await _app.Data.SaveAsync(account, new ActionLink
        {
            TokenDigest = Secret.DigestOf(secret), Purpose = LinkPurpose.SignIn, Email = account.NormalizedEmail!, AccountId = account.Id,
            SentAt = now, ExpiresAt = now.AddMinutes(5), ServesAgain = false,
        });
        return (account, secret);
    }
}
