using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Search;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSingleton<CurrentSearchIndex>();
}
