using Maillage.Access.Invitations;
using Maillage.Access.Rights;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Maillage.Journeys.Access;

/// <summary>How people come in: the first administrator, a director with a passkey that is then lost, an agent by the State's provider.</summary>
public sealed class ComeInTests(Site site, Office office) : IClassFixture<Office>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Network_FromTheFirstAdministratorToADirectorWhoLosesAKey()
    {
        string secret;
        await using (var scope = office.App.Services.CreateAsyncScope())
        {
            secret = (await scope.ServiceProvider.GetRequiredService<InviteFirstAdministrator>().ExecuteAsync(Ct))!;
        }

        await using var administrator = await site.VisitAsync(office.Address, "fr");
        await GiveAuthenticatorAsync(administrator);
        await administrator.OpenAsync("/invitation?jeton=" + secret);
        await administrator.Field("access.email.label").FillAsync("admin@example.org");
        await administrator.Field("access.invitation.name").FillAsync("Camille Martin");
        await administrator.Button("access.invitation.accept").ClickAsync();
        await AddPasskeyAsync(administrator);
        await administrator.OpenAsync("/espace");
        await Expect(administrator.Page.Locator("main")).ToContainTextAsync(administrator["access.role.administrator"]);
        await administrator.LeaveAsync();

        await InviteAsync(administrator, "recteur@example.org", "rectorate", "academic_region:52");
        await using var rectorate = await site.VisitAsync(office.Address, "fr");
        await AcceptAsync(rectorate, "recteur@example.org", "Dominique Petit");
        await InviteAsync(rectorate, "directrice@example.org", "campus_director", $"campus:{office.Campus.CampusId}");
        await rectorate.LeaveAsync();

        await using var director = await site.VisitAsync(office.Address, "fr");
        var authenticator = await AcceptAsync(director, "directrice@example.org", "Ali Ben");
        await director.OpenAsync("/espace");
        await director.Button("access.home.sign_out").ClickAsync();
        await director.OpenAsync("/connexion");
        await director.Button("access.sign_in.passkey").ClickAsync();
        await director.Page.WaitForURLAsync("**/espace");
        await Expect(director.Page.Locator("main")).ToContainTextAsync(director["access.role.campus_director"]);
        await director.Button("access.home.sign_out").ClickAsync();

        // The phone falls into the harbour.
        await authenticator.ForgetAsync();
        await rectorate.OpenAsync("/espace/personnes");
        await rectorate.Page.GetByRole(AriaRole.Link, new() { Name = "Ali Ben", Exact = true }).ClickAsync();
        await rectorate.Field("access.person.recovery_reason").FillAsync("Vue en personne au lycée.");
        await rectorate.Button("access.person.recovery_submit").ClickAsync();
        await rectorate.Page.WaitForURLAsync("**/espace/personnes?fait=recovery");
        await using var again = await site.VisitAsync(office.Address, "fr");
        await GiveAuthenticatorAsync(again);
        var mail = await LastAsync("directrice@example.org", "Retrouver votre accès à Maillage");
        await again.Page.GotoAsync(office.Here(mail.Link()));
        await again.Button("access.link.open").ClickAsync();
        await AddPasskeyAsync(again, inAll: 2);
        await again.OpenAsync("/espace");
        await Expect(again.Page.Locator("main")).ToContainTextAsync(again["access.role.campus_director"]);
        await again.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Addresses.Languages), MemberType = typeof(Addresses))]
    public async Task Agent_WithAnIdentityOfTheirEmployer_LinksItOnceThenComesInWithIt(string language)
    {
        var account = await office.PersonAsync($"agent.{language}@example.org", language, Role.CampusTeam);
        await using var agent = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(agent, account);

        await agent.OpenAsync("/espace/compte");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = string.Format(null, agent["access.provider.link"], Office.ProviderName) }).ClickAsync();
        await SignInAtTheProviderAsync(agent.Page, $"agent-{language}");
        await Accessible.CheckAsync(agent.Page);
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = string.Format(null, agent["access.provider.link"], Office.ProviderName) }).ClickAsync();
        await agent.Page.WaitForURLAsync("**/espace/compte");
        await agent.OpenAsync("/espace");
        await agent.Button("access.home.sign_out").ClickAsync();

        await agent.OpenAsync("/connexion");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = Office.ProviderName, Exact = true }).ClickAsync();
        await agent.Page.WaitForURLAsync("**/espace");
        await Expect(agent.Page.Locator("h1")).ToContainTextAsync("Camille Martin");
        await Accessible.CheckAsync(agent.Page);
    }

    [Fact]
    public async Task Stranger_WhomTheProviderKnows_IsToldHowToComeInAndOpensNothing()
    {
        await using var stranger = await site.VisitAsync(office.Address, "fr");

        await stranger.OpenAsync("/connexion");
        await stranger.Page.GetByRole(AriaRole.Link, new() { Name = Office.ProviderName, Exact = true }).ClickAsync();
        await SignInAtTheProviderAsync(stranger.Page, "inconnue");

        await Expect(stranger.Page.Locator("main")).ToContainTextAsync("n’est liée à aucun compte");
        await stranger.OpenAsync("/espace");
        Assert.Contains("/connexion?retour=", stranger.Page.Url, StringComparison.Ordinal);
    }

    private static async Task InviteAsync(Visitor visitor, string email, string role, string scope)
    {
        await visitor.OpenAsync("/espace/personnes/inviter");
        await visitor.Field("access.email.label").FillAsync(email);
        await visitor.Page.Locator("#role").SelectOptionAsync(role);
        await visitor.Page.Locator("#scope").SelectOptionAsync(scope);
        await visitor.Button("access.invite.submit").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/espace/personnes?fait=invited");
    }

    /// <summary>Follows the invitation that came by mail, and makes a passkey.</summary>
    private async Task<Authenticator> AcceptAsync(Visitor visitor, string email, string name)
    {
        var authenticator = await GiveAuthenticatorAsync(visitor);
        var mail = await office.MailForAsync(email);
        await visitor.Page.GotoAsync(office.Here(mail.Link()));
        await Accessible.CheckAsync(visitor.Page);
        await visitor.Field("access.invitation.name").FillAsync(name);
        await visitor.Button("access.invitation.accept").ClickAsync();
        await AddPasskeyAsync(visitor);
        return authenticator;
    }

    private static async Task AddPasskeyAsync(Visitor visitor, int inAll = 1)
    {
        await visitor.Button("access.account.passkey_add").ClickAsync();
        await Expect(visitor.Page.Locator("[name=credentialId]")).ToHaveCountAsync(inAll);
    }

    private async Task<MimeKit.MimeMessage> LastAsync(string recipient, string subject)
    {
        await office.MailForAsync(recipient);
        for (var number = 2; ; number++)
        {
            var mail = await office.Mail.WaitForAsync(recipient, number);
            if (mail.Subject == subject)
            {
                return mail;
            }
        }
    }

    private static async Task SignInAtTheProviderAsync(IPage page, string name)
    {
        await page.Locator("input[name=login]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync("peu importe");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/connexion/fournisseur**");
    }

    /// <summary>A device that keeps passkeys and needs no finger.</summary>
    private static async Task<Authenticator> GiveAuthenticatorAsync(Visitor visitor)
    {
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return new Authenticator(session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private sealed record Authenticator(ICDPSession Session, string Id)
    {
        public async Task ForgetAsync() => await Session.SendAsync("WebAuthn.clearCredentials", new Dictionary<string, object>(StringComparer.Ordinal) { ["authenticatorId"] = Id });
    }
}
