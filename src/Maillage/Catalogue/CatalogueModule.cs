using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Onisep;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Catalogue.Starter;
using Maillage.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Catalogue;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class CatalogueModule
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<CurrentImports>()
        .AddSingleton<CurrentCatalogue>()
        .AddSingleton<CurrentPathways>()
        .AddScoped<CatalogueAssembly>()
        .AddScoped<OccupationSheets>()
        .AddScoped<OnisepSheets>()
        .AddScoped<LoadCatalogueStarter>()
        .AddScoped<LoadStarter>()
        .AddScoped<ISearchSource, QualificationDocuments>()
        .AddScoped<ISearchSource, OccupationDocuments>();
}
