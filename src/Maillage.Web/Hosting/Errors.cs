using Maillage.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace Maillage.Web.Hosting;

/// <summary>What visitors are shown when something is not there or went wrong: never a stack trace.</summary>
public static class Errors
{
    public const string Page = "/erreur";

    // Browsers and mail readers stop around 2,000; no address of ours comes near.
    private const int MaxAddressLength = 4_000;

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

    /// <summary>Refuses an address that no link of the site can have made, before anything reads or repeats it.</summary>
    public static IApplicationBuilder UseAddressLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.Value!.Length + context.Request.QueryString.Value!.Length <= MaxAddressLength)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    });

    /// <summary>Refuses a body that says itself to be longer than its address takes, before a form half read is taken for a bad one.</summary>
    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app, long usual) => app.Use((context, next) =>
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? usual;
        // The page that says so is reached by the same request, once more.
        if (context.Request.ContentLength is null || context.Request.ContentLength <= most || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });

    /// <summary>Whether the answer to this request is data, whose errors are <c>application/problem+json</c>.</summary>
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
