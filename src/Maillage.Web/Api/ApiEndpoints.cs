using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace Maillage.Web.Api;

/// <summary>What an endpoint declares of itself, once: read here for requests and by the OpenAPI document.</summary>
/// <param name="Tag">Group in which it is shown.</param>
/// <param name="Name">Key of its texts: <c>api.operation.NAME.summary</c>.</param>
/// <param name="Parameters">Its query parameters; any other is refused.</param>
public sealed record ApiOperation(string Tag, string Name, IReadOnlyList<QueryParameter> Parameters)
{
    /// <summary>Example of the value in its path, when it has one.</summary>
    public string? PathExample { get; init; }
}

internal static class ApiEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    // A new build may write the same facts otherwise.
    private static readonly string Build = typeof(ApiEndpoints).Assembly.ManifestModule.ModuleVersionId.ToString("n");

    /// <summary>Maps a read: the query is checked, the answer carries an <c>ETag</c>, an answer that the caller already has is not sent again.</summary>
    public static RouteHandlerBuilder MapRead(
        this IEndpointRouteBuilder routes, string pattern, ApiOperation operation, Func<ApiRequest, CancellationToken, Task<IResult>> answer)
    {
        return routes.MapMethods(pattern, Methods, AnswerAsync)
            .WithMetadata(operation)
            .Produces(StatusCodes.Status304NotModified)
            .Produces<ProblemBody>(StatusCodes.Status400BadRequest, ApiProblemResult.ContentType)
            .Produces<ProblemBody>(StatusCodes.Status429TooManyRequests, ApiProblemResult.ContentType)
            .Produces<ProblemBody>(StatusCodes.Status500InternalServerError, ApiProblemResult.ContentType)
            .AllowAnonymous()
            .CacheOutput(PublicCache.Name);

        async Task<IResult> AnswerAsync(HttpContext http, CurrentRegister current, TimeProvider clock, CancellationToken ct)
        {
            // The tag is of this revision, so what is read after it can only be as recent or more.
            var register = await current.GetAsync(ct);
            var (values, problem) = QueryReader.Read(http.Request, operation.Parameters, register);
            if (problem is not null)
            {
                return new ApiProblemResult(problem);
            }

            var request = new ApiRequest(http, register, values, clock.Today());
            var tag = Tag(request);
            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                return Tagged(http, tag, Results.StatusCode(StatusCodes.Status304NotModified));
            }

            var result = await answer(request, ct);
            return result is ApiProblemResult || PublicCache.LeavesOut(http) ? result : Tagged(http, tag, result);
        }
    }

    /// <summary>For what is asked by its identifier.</summary>
    public static void ProducesUnknown(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<ProblemBody>(StatusCodes.Status404NotFound, ApiProblemResult.ContentType);

    private static IResult Tagged(HttpContext http, EntityTagHeaderValue tag, IResult result)
    {
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return result;
    }

    /// <summary>Weak, since compression changes the bytes: same build, same facts, same day, same address.</summary>
    private static EntityTagHeaderValue Tag(ApiRequest request)
    {
        var http = request.Http.Request;
        var made = string.Create(
            CultureInfo.InvariantCulture,
            $"{Build} {request.Register.Revision} {request.Today:yyyy-MM-dd} {http.Scheme}://{http.Host}{http.Path}{http.QueryString}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(made));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"", isWeak: true);
    }
}
