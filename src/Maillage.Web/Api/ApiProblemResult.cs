using System.Globalization;
using System.Text.Json.Serialization;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace Maillage.Web.Api;

/// <summary>A refusal, as <c>application/problem+json</c> (RFC 9457), in the language that the caller prefers.</summary>
public sealed class ApiProblemResult(ApiProblem problem) : IResult
{
    public const string ContentType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var texts = httpContext.RequestServices.GetRequiredService<Texts>();

        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = Language.Current;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var body = new ProblemBody
        {
            Type = $"{request.Absolute("/api/docs")}#{problem.Problem.Code}",
            Title = texts[$"api.status.{problem.Status.ToString(CultureInfo.InvariantCulture)}"],
            Status = problem.Status,
            Detail = texts.Of(problem.Problem),
            Instance = ApiProblem.Bounded(request.Path.ToUriComponent()),
            Code = problem.Problem.Code,
            Parameter = problem.Problem.Field,
            Value = problem.Value,
            Allowed = problem.Allowed,
            Reference = problem.Reference,
        };
        return response.WriteAsJsonAsync(body, options: null, ContentType, httpContext.RequestAborted);
    }
}

/// <summary>What a refusal says (RFC 9457).</summary>
public sealed record ProblemBody
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    public required string Instance { get; init; }

    public required string Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Allowed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reference { get; init; }
}
