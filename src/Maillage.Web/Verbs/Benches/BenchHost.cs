using System.Globalization;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs.Benches;

/// <summary>The product as benchmarks ask it: without the limit on one caller.</summary>
internal static class BenchHost
{
    public static WebApplicationBuilder NewBuilder(HostSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Configuration[$"{ApiLimits.Section}:{nameof(ApiLimits.Requests)}"] = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        builder.AddMaillage(settings with { Urls = "http://127.0.0.1:0" });
        return builder;
    }
}
