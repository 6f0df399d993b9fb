using Maillage.Web.Api;
using Microsoft.AspNetCore.Http.Json;

namespace Maillage.Web.Hosting;

/// <summary>The pieces of the host that only the API needs: errors as data, any origin, a limit, a description.</summary>
public static class ApiHost
{
    public const string Prefix = "/api/v1";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<JsonOptions>(ApiJson.Configure);
        services.Configure<ApiLimits>(configuration.GetSection(ApiLimits.Section));
        services.AddCors();
        services.AddApiLimits();
        services.AddApiDescription();
        return services;
    }

    /// <summary>Before routing, so that it holds for addresses that lead nowhere too.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.IsApi(),
        api => api
            .UseApiLanguage()
            .UseApiReaderPolicy()
            .UseCors(policy => policy.AllowAnyOrigin().WithMethods(Methods).AllowAnyHeader()
                .WithExposedHeaders("ETag", "Retry-After", "Content-Disposition").SetPreflightMaxAge(TimeSpan.FromDays(1)))
            .UseApiErrors()
            .UseRateLimiter());

    public static void MapApi(this WebApplication app)
    {
        app.MapGroup(Prefix).MapNetwork();
        app.MapGroup(Prefix).MapCatalogue();
        app.MapGroup(Prefix).MapSearch();
        app.MapApiDescription();
        app.MapApiReader();
    }
}
