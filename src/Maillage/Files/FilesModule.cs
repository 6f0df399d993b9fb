using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Files;

/// <summary>The operations of the module: its table of contents.</summary>
public static class FilesModule
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<CheckFile>();
}
