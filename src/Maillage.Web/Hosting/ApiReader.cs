using Scalar.AspNetCore;

namespace Maillage.Web.Hosting;

/// <summary>
/// The reader of the API, <c>/api/docs</c>: everything that it shows comes from this host. It starts by an inline script and
/// styles itself in the page, so that this page alone has a policy of its own.
/// </summary>
public static class ApiReader
{
    public const string Path = "/api/docs";

    private const string Policy =
        "default-src 'none'; script-src 'self' 'nonce-{0}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapApiReader(this WebApplication app) => app
        .MapScalarApiReference(Path, (options, context) => options
            .WithTitle(context.RequestServices.GetRequiredService<Texts>()["api.title"])
            .WithOpenApiRoutePattern(ApiDescription.Path)
            .WithLocalization(new ScalarLocalizationOptions { Locale = Language.Current })
            .WithNonce()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools()
            .WithFavicon("/icon.svg"))
        .AllowAnonymous();

    /// <summary>Replaces the policy of the site on the page for which a nonce was drawn.</summary>
    public static IApplicationBuilder UseApiReaderPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
            {
                context.Response.Headers.ContentSecurityPolicy = Policy.Replace("{0}", nonce, StringComparison.Ordinal);
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
