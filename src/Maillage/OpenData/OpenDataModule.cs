using Maillage.OpenData.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.OpenData;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class OpenDataModule
{
    public static IServiceCollection AddOpenData(this IServiceCollection services) => services
        .AddScoped<LatestLoads>()
        .AddScoped<LatestImports>();
}
