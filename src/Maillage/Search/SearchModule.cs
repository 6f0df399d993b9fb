using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Search;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class SearchModule
{
    /// <param name="services">The services of the host.</param>
    /// <param name="path">Folder of the index.</param>
    public static IServiceCollection AddSearch(this IServiceCollection services, string path) => services
        .AddSingleton(_ => new SearchFolder(path))
        .AddSingleton<CurrentSearchIndex>();
}
