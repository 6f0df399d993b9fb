using Maillage.Shared;

namespace Maillage.Web.Hosting;

/// <summary>What visitors are shown when something is not there or went wrong: never a stack trace.</summary>
public static class Errors
{
    public const string Page = "/erreur";

    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Page,
            StatusCodeSelector = exception => exception switch
            {
                NotFound => StatusCodes.Status404NotFound,
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            },
            SuppressDiagnosticsCallback = context => context.Exception is NotFound or BadHttpRequestException,
        })
        .UseStatusCodePagesWithReExecute(Page);

    /// <summary>Whether the answer to this request is data, whose errors are <c>application/problem+json</c>.</summary>
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
