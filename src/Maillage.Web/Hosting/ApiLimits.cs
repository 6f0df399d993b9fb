using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Maillage.Web.Api;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Maillage.Web.Hosting;

/// <summary>
/// How many requests one address may make on the API, from the <c>Api:Limits</c> section of the configuration. Generous: a whole
/// lycée shares one address.
/// </summary>
public sealed class ApiLimits
{
    public const string Section = "Api:Limits";

    private const int Segments = 10;

    public int Requests { get; set; } = 300;

    public int Seconds { get; set; } = 10;

    internal TimeSpan Window => TimeSpan.FromSeconds(Seconds);

    internal RateLimitPartition<string> Of(HttpContext context) => RateLimitPartition.GetSlidingWindowLimiter(
        Client(context.Connection.RemoteIpAddress),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = Requests, Window = Window, SegmentsPerWindow = Segments });

    /// <summary>An IPv6 subscriber owns a whole /64.</summary>
    private static string Client(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "";
    }
}

internal static class ApiLimitsRegistration
{
    public static void AddApiLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ApiLimits>>((options, limits) =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(limits.Value.Of);
            options.OnRejected = (context, _) => RefuseAsync(context, limits.Value);
        });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext context, ApiLimits limits)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : limits.Window;
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await new ApiProblemResult(ApiProblems.OfStatus(StatusCodes.Status429TooManyRequests)).ExecuteAsync(context.HttpContext);
    }
}
