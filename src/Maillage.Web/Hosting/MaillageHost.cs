using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Maillage.Access;
using Maillage.Catalogue;
using Maillage.Data;
using Maillage.Files;
using Maillage.Messages;
using Maillage.Messages.Delivery;
using Maillage.Network;
using Maillage.Network.Register;
using Maillage.Web.Components.Map;
using Maillage.OpenData;
using Maillage.Publishing;
using Maillage.Search;
using Maillage.Shared;
using Maillage.Steering;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Hosting.Messages;
using Maillage.Web.Pages.Access;
using Maillage.Web.Pages.Publishing;
using Maillage.Web.Pages.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Maillage.Web.Hosting;

/// <summary>The services and the pipeline of the one host.</summary>
public static class MaillageHost
{
    /// <summary>Reference data that travels with the program.</summary>
    public static readonly string DataFolder = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Pages that serve as a measure: without an address, but in the benchmark that gives them one.</summary>
    public const string BenchFolder = "/Bench";

    private const int MaxFormBytes = 64 * 1024;

    public static WebApplicationBuilder AddMaillage(this WebApplicationBuilder builder, HostSettings settings)
    {
        // Not that of the process: a test that hosts the product has another.
        builder.Environment.ApplicationName = typeof(MaillageHost).Assembly.GetName().Name!;
        builder.WebHost.UseUrls(settings.Urls);
        // Run from a build rather than a publication, the files of wwwroot stay where they are.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxFormBytes;
            // Longer than any real address, so that ours, not the server's, is the sentence about an absurd one.
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
        });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.Configure<OperatorSettings>(builder.Configuration.GetSection(OperatorSettings.Section));
        services.AddDatabase(settings.Database);
        services.AddFiles();
        services.AddMessages().AddDelivery();
        services.Configure<MailSettings>(builder.Configuration.GetSection(MailSettings.Section));
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<SiteOperator>();
        services.AddScoped<IMessageWriter, MessageWriter>();
        services.AddSingleton<MailDelivery>();
        services.AddSingleton<Nightly>();
        services.AddAccess();
        services.AddNetwork();
        services.AddCatalogue();
        services.AddSearch(Path.Combine(settings.State, "search"));
        services.AddOpenData();
        services.AddPublishing();
        services.AddSteering();

        services.AddSingleton<Texts>();
        services.AddSingleton<PublicCache>();
        services.AddSingleton<SearchFollowing>();
        services.AddSingleton(_ => new FranceMap(Path.Combine(DataFolder, "prepared")));
        services.AddSingleton(_ => NationalCount.Read(Path.Combine(DataFolder, "national_counts.csv")));
        services.AddSingleton(_ => Glossary.Parse(File.ReadAllText(Path.Combine(DataFolder, "GLOSSARY.md"))));
        services.AddSingleton<WrittenPages>();
        services.AddScoped<PageNames>();
        services.AddScoped<ScopeChoice>();
        services.AddScoped<PublicPages>();
        services.AddRazorPages(options =>
        {
            options.Conventions.Add(new PageAccess());
            options.Conventions.AddFolderRouteModelConvention(BenchFolder, page => page.Selectors.Clear());
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "maillage-form";
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("Maillage").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.State, "keys")));
        // Deny by default: what is not explicitly anonymous, an unknown address included, answers 404.
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NothingHere>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(SessionCookie.Policy, policy => policy.RequireAuthenticatedUser());
        services.AddSingleton<ISecretKeeper, SecretKeeper>();
        services.AddSessionCookie();
        IdentityProviders.Add(services, builder.Configuration);
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 128 * 1024 * 1024;
            options.MaximumBodySize = 4 * 1024 * 1024;
            options.AddPolicy(PublicCache.Name, policy => policy.AddPolicy<PublicCache>(), excludeDefaultPolicy: true);
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);
        services.AddApi(builder.Configuration);
        builder.AddTelemetry();
        return builder;
    }

    /// <param name="app">The application to which the pipeline is given.</param>
    /// <param name="ready">What every request waits for, when the server may start before it.</param>
    public static WebApplication UseMaillage(this WebApplication app, Task? ready = null)
    {
        app.UseSecurityHeaders();
        app.UseLanguage();
        app.UseErrorPages();
        app.UseApi();
        app.UseAddressLimit();
        app.UseStateTypeface();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
        app.UseBodyLimit(MaxFormBytes);
        if (ready is not null)
        {
            app.Use(async (context, next) =>
            {
                await ready;
                await next(context);
            });
        }

        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets().CacheOutput(PublicCache.Name);
        app.MapHealth();
        app.MapCrawlers();
        app.MapFeeds();
        app.MapCalendars();
        app.MapApi();
        return app;
    }
}
