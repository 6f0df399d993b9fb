using System.Runtime.CompilerServices;
using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Pathways;

/// <summary>The pathways of the current catalogue, prepared once for each.</summary>
public sealed class CurrentPathways(CurrentCatalogue current)
{
    private readonly ConditionalWeakTable<NationalCatalogue, CataloguePathways> _prepared = [];

    public async Task<CataloguePathways> GetAsync(CancellationToken ct) =>
        _prepared.GetValue(await current.GetAsync(ct), static catalogue => new CataloguePathways(catalogue));
}
