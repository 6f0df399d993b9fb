using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Messages.Delivery;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Maillage.Journeys.Access;

/// <summary>A site of its own, with a real mail server and a real identity provider beside it, on the clock of the browser.</summary>
public sealed class Office : IAsyncLifetime
{
    public const string ProviderName = "Fournisseur d’essai";

    private readonly TestData _a = new();
    private Peer _provider = null!;

    public MailServer Mail { get; private set; } = null!;

    public WebApp App { get; private set; } = null!;

    public Campus Campus { get; private set; } = null!;

    public Organisation Company { get; private set; } = null!;

    /// <summary>By a name: passkeys belong to a name, never to a number.</summary>
    public Uri Address => new UriBuilder(App.Address) { Host = "localhost" }.Uri;

    public async ValueTask InitializeAsync()
    {
        Mail = await MailServer.StartAsync();
        _provider = await Peer.StartAsync("oidc.mjs", _ => { });
        Campus = _a.Campus(x => x.Named("Nautisme").In("52"));
        Company = _a.Organisation(x => x.Named("Chantier Dupont").OfKind(OrganisationKind.Company));
        App = await WebApp.WithAsync([.. TestData.Territories(), Campus, Company, TestData.Membership(Campus, Company)], new WebAppOptions
        {
            Listens = true,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Mail:Host"] = Mail.Settings.Host,
                ["Mail:Port"] = Mail.Settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Mail:Security"] = "None",
                ["Mail:From"] = Mail.Settings.From,
                ["OpenId:essai:Name"] = ProviderName,
                ["OpenId:essai:Authority"] = $"http://127.0.0.1:{_provider.Port}",
                ["OpenId:essai:ClientId"] = "maillage",
                ["OpenId:essai:ClientSecret"] = "secret-of-the-tests",
            },
            Services = services => services.AddSingleton(TimeProvider.System),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _provider.DisposeAsync();
        await Mail.DisposeAsync();
    }

    /// <summary>A person with an account and perhaps a role, as if invited long ago.</summary>
    public async Task<Account> PersonAsync(string email, string language, Role? role = null, Scope? scope = null)
    {
        var account = _a.Account(email);
        account.Language = language;
        await App.Data.SaveAsync(account);
        if (role is { } held)
        {
            await App.Data.SaveAsync(TestData.RoleAssignment(account, held, scope ?? Scope.Campus(Campus.CampusId)));
        }

        return account;
    }

    /// <summary>Sends what waits, and gives the message that has come for someone.</summary>
    public async Task<MimeMessage> MailForAsync(string recipient, int number = 1)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliverMessages>().ExecuteAsync(TestContext.Current.CancellationToken);
        return await Mail.WaitForAsync(recipient, number);
    }

    /// <summary>Signs someone in by the link that they receive.</summary>
    public async Task SignInByLinkAsync(Visitor visitor, Account account, int number = 1)
    {
        await visitor.OpenAsync("/connexion/lien");
        await visitor.Field("access.email.label").FillAsync(account.Email!);
        await visitor.Button("access.link.send").ClickAsync();
        var mail = await MailForAsync(account.Email!, number);
        await visitor.Page.GotoAsync(Here(mail.Link()));
        await visitor.Button("access.link.open").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/espace");
    }

    /// <summary>The sessions of someone count as opened by a passkey.</summary>
    public async Task ProveAsync(Account account)
    {
        await using var db = App.NewContext();
        await db.Sessions.Where(row => row.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Method, SignInMethod.Passkey), TestContext.Current.CancellationToken);
    }

    /// <summary>An address of a message, on the port where this site listens.</summary>
    public string Here(Uri link) => new Uri(Address, link.PathAndQuery).AbsoluteUri;
}
