using System.Globalization;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Maillage.Web.Hosting;

/// <summary>
/// Keeps finished answers in memory for as long as they are true: their key holds the published revision, read once per
/// request, and the day in Paris, on which label states depend. A change therefore shows at once, on every node.
/// </summary>
public sealed class PublicCache(RevisionReader revisions, TimeProvider clock) : IOutputCachePolicy
{
    public const string Name = "public";
    private const string NoStore = "no-store";

    // Parameters that no page or endpoint reads must not multiply the entries: only these make a difference.
    internal static readonly string[] Parameters =
    [
        "q", "date", "asOf", "region", "academy", "sector", "category", "status", "kind", "campus", "near", "radiusKm", "type",
        "level", "mode", "domain", "department", "id", "from", "fromLevel", "occupation", "toLevel", "route", "page", "pageSize",
    ];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isPrivate = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is { NoStore: true };
        var mayCache = !isPrivate && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
        context.EnableOutputCaching = mayCache;
        context.AllowCacheLookup = mayCache;
        context.AllowCacheStorage = mayCache;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        if (!mayCache)
        {
            return;
        }

        var vary = context.CacheVaryByRules;
        // The API refuses what it does not know, capitals included, which query keys do not tell apart: there every character counts.
        vary.QueryKeys = request.IsApi() ? StringValues.Empty : Parameters;
        vary.VaryByValues["query"] = request.IsApi() ? request.QueryString.ToString() : "";
        vary.VaryByHost = true;
        vary.VaryByValues["revision"] = (await revisions.ReadAsync(cancellation)).ToString(CultureInfo.InvariantCulture);
        vary.VaryByValues["day"] = clock.Today().ToString("O", CultureInfo.InvariantCulture);
        vary.VaryByValues["encoding"] = Encoding(request.Headers.AcceptEncoding);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    /// <summary>For an answer that is older than the published revision: true now, it must not be kept under that number.</summary>
    public static void LeaveOut(HttpContext http)
    {
        http.Response.Headers.CacheControl = NoStore;
        if (http.Features.Get<IOutputCacheFeature>() is { } feature)
        {
            feature.Context.AllowCacheStorage = false;
        }
    }

    /// <summary>Whether an answer was left out.</summary>
    public static bool LeavesOut(HttpContext http) => http.Response.Headers.CacheControl == NoStore;

    private static string Encoding(StringValues accepted) =>
        accepted.ToString().Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
        : accepted.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
        : "none";
}
