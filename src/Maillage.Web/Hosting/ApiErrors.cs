using System.Diagnostics;
using Maillage.Shared;
using Maillage.Web.Api;

namespace Maillage.Web.Hosting;

/// <summary>Under <c>/api</c> every failure is <c>application/problem+json</c>, whatever met it: route, method, limit or bug.</summary>
public sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Forget(context.Response);
            await new ApiProblemResult(Explain(context, exception)).ExecuteAsync(context);
            return;
        }

        await ExplainStatusAsync(context);
    }

    private static async Task ExplainStatusAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < StatusCodes.Status400BadRequest || response.ContentType is not null)
        {
            return;
        }

        // Routing answers 405 and names the methods in Allow: that is the answer to OPTIONS.
        if (HttpMethods.IsOptions(context.Request.Method) && response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await new ApiProblemResult(ApiProblems.OfStatus(response.StatusCode)).ExecuteAsync(context);
    }

    private ApiProblem Explain(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case NotFound:
                return ApiProblems.OfStatus(StatusCodes.Status404NotFound);
            case BadHttpRequestException bad:
                return ApiProblems.OfStatus(bad.StatusCode);
            default:
                var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                logger.LogError(exception, "Failure {Reference} at {Path}", reference, context.Request.Path.Value);
                return ApiProblems.OfStatus(StatusCodes.Status500InternalServerError) with { Reference = reference };
        }
    }

    /// <summary>What was said of an answer that will not come.</summary>
    private static void Forget(HttpResponse response)
    {
        response.Headers.Remove("ETag");
        response.Headers.Remove("Content-Disposition");
        response.Headers.Remove("Content-Encoding");
        response.ContentLength = null;
    }
}

public static class ApiErrorsPipeline
{
    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app) => app.UseMiddleware<ApiErrors>();
}
