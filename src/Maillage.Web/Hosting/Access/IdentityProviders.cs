using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Maillage.Web.Hosting.Access;

/// <summary>One identity provider (OpenID Connect): that of the State's staff, of a school, of an organisation.</summary>
public sealed class IdentityProvider
{
    /// <summary>Code in addresses and in the database: the name of its section in the configuration.</summary>
    public string Code { get; set; } = "";

    /// <summary>How people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Address of the issuer.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";
}

/// <summary>What a provider has just vouched for.</summary>
public sealed record OutsideIdentity(IdentityProvider Provider, string Subject, string? Email);

/// <summary>
/// The identity providers of the configuration, one section each under <c>OpenId</c>. What one answers is kept ten minutes in a
/// cookie of its own, until an account is found for it or its owner links it.
/// </summary>
public sealed class IdentityProviders(IReadOnlyList<IdentityProvider> all)
{
    private const string Section = "OpenId";
    private const string Answer = "outside-identity";
    private const string Subject = "sub";

    public IReadOnlyList<IdentityProvider> All => all;

    public static string SchemeOf(IdentityProvider provider) => "openid-" + provider.Code;

    /// <summary>The identity that was vouched for in this browser a moment ago.</summary>
    public async Task<OutsideIdentity?> AnswerAsync(HttpContext http)
    {
        var answer = await http.AuthenticateAsync(Answer);
        var provider = all.FirstOrDefault(known => SchemeOf(known) == answer.Properties?.Items[".AuthScheme"]);
        return answer.Succeeded && provider is not null && answer.Principal.FindFirstValue(Subject) is { Length: > 0 } subject
            ? new OutsideIdentity(provider, subject, answer.Principal.FindFirstValue("email"))
            : null;
    }

    public static Task ForgetAsync(HttpContext http) => http.SignOutAsync(Answer);

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var all = configuration.GetSection(Section).GetChildren().Select(section =>
        {
            var provider = section.Get<IdentityProvider>() ?? new IdentityProvider();
            provider.Code = section.Key.ToLowerInvariant();
            return provider;
        }).ToList();
        services.AddSingleton(new IdentityProviders(all));
        var authentication = services.AddAuthentication();
        if (all.Count > 0)
        {
            authentication.AddCookie(Answer, options => Short(options));
        }

        foreach (var provider in all)
        {
            authentication.AddOpenIdConnect(SchemeOf(provider), provider.Name, options => Configure(options, provider));
        }
    }

    private static void Short(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "maillage-identity";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        options.SlidingExpiration = false;
    }

    private static void Configure(OpenIdConnectOptions options, IdentityProvider provider)
    {
        options.SignInScheme = Answer;
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority, provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = !Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || !authority.IsLoopback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // By the address, so that our cookies need not travel with a form of another site.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = "/connexion/retour/" + provider.Code;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.SaveTokens = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Of the one address to which the provider answers, whatever the language of the page that asked.
            cookie.Path = options.CallbackPath;
        }

        options.Events.OnRedirectToIdentityProvider = context =>
        {
            // The provider knows one address, whatever the language of the page.
            var address = new UriBuilder(context.ProtocolMessage.RedirectUri) { Path = options.CallbackPath };
            context.ProtocolMessage.RedirectUri = address.Uri.AbsoluteUri;
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            var isEnglish = context.Properties?.RedirectUri?.StartsWith(Language.EnglishPrefix + "/", StringComparison.Ordinal) == true;
            var prefix = Language.PrefixOf(isEnglish ? Language.English : Language.French);
            context.Response.Redirect($"{prefix}{SessionCookie.SignInPage}?fournisseur={Uri.EscapeDataString(provider.Code)}");
            return Task.CompletedTask;
        };
    }
}
