using System.Security.Claims;
using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Maillage.Web.Hosting.Access;

/// <summary>
/// Who asks. The cookie holds nothing but the identifier of a session; the session, its account and the roles held today are
/// read anew at each request that needs them, so that what is ended is ended at once, on every node.
/// </summary>
public static class SessionCookie
{
    public const string Scheme = "session";

    /// <summary>Whoever is signed in.</summary>
    public const string Policy = "signed-in";

    public const string SignInPage = "/connexion";

    /// <summary>Where signed-in people work.</summary>
    public const string Workspace = "/espace";

    private const string SessionClaim = "session";

    public static void AddSessionCookie(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<IAuthorizationHandler, PermissionCheck>();
        services.AddIdentityCore<Account>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            // The name of an account is its address, whose form EmailAddress has checked.
            options.User.AllowedUserNameCharacters = "";
        });
        // Nothing is saved by the store itself: each use case saves once, with its trace.
        services.AddScoped<IUserStore<Account>>(provider => new AccountStore(provider.GetRequiredService<MaillageDb>()) { AutoSaveChanges = false });
        services.AddSingleton<ILookupNormalizer, LowerCase>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        // Our own address, which the browser writes into what the device signs. The header that would say it too is empty on
        // pages that send no referrer, as ours do.
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && context.Origin == $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}");
            // The device and whoever holds it: a key found on a table opens nothing.
            options.UserVerificationRequirement = "required";
        });
        services.AddSingleton<StepCookie>();
        services.AddScoped<PasskeyCeremony>();
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = "maillage-session";
            // Of both languages: by itself it would be that of the path under which one has signed in.
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session.LifeTime;
            options.SlidingExpiration = false;
            options.Events.OnValidatePrincipal = ValidateAsync;
        });
    }

    /// <summary>Opens a session and gives its cookie.</summary>
    public static async Task OpenSessionAsync(this HttpContext http, Guid accountId, SignInMethod method)
    {
        var session = await http.RequestServices.GetRequiredService<OpenSession>()
            .ExecuteAsync(accountId, method, DeviceName.Of(http.Request.Headers.UserAgent), http.Address(), http.RequestAborted);
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.SessionId.ToString())], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>The session of the request, when there is one.</summary>
    public static CurrentSession? CurrentSession(this HttpContext http) => http.Features.Get<CurrentSession>();

    /// <summary>The session of a page that only signed-in people reach.</summary>
    public static CurrentSession RequiredSession(this HttpContext http) =>
        http.CurrentSession() ?? throw new InvalidOperationException("The page is reached without a session.");

    public static Actor Actor(this HttpContext http) => http.Features.Get<Actor>() ?? http.CurrentSession()?.Actor ?? Maillage.Access.Rights.Actor.Visitor(http.Address());

    /// <summary>Network address from which the request came.</summary>
    public static string? Address(this HttpContext http) => http.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : null;

    /// <summary>A page of the site to which a person is sent back, in their language; the workspace for anything else.</summary>
    public static string ReturnPath(string? path)
    {
        var isOurs = path is { Length: > 1 and <= 2_000 } && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal);
        return isOurs ? path! : Language.PrefixOf(Language.Current) + Workspace;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var current = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var sessionId)
            ? await http.RequestServices.GetRequiredService<ReadSession>().ExecuteAsync(sessionId, http.Address(), http.RequestAborted)
            : null;
        if (current is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
            return;
        }

        http.Features.Set(current);
    }

    private sealed class AccountStore(MaillageDb db)
        : UserOnlyStore<Account, MaillageDb, Guid, IdentityUserClaim<Guid>, AccountLogin, IdentityUserToken<Guid>, AccountPasskey>(db);

    private sealed class LowerCase : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name?.ToLowerInvariant();

        public string? NormalizeEmail(string? email) => email?.ToLowerInvariant();
    }
}
