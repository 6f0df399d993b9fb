using System.Runtime.CompilerServices;
using Maillage.Network.Register;
using Maillage.Search;

namespace Maillage.Network.Territories;

/// <summary>The régions académiques, as the search knows them.</summary>
public sealed class RegionDocuments(CurrentRegister current) : ISearchSource
{
    public const string Type = "region";
    private const int RegionWeight = 8;

    public async IAsyncEnumerable<SearchDocument> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var register = await current.GetAsync(ct);
        foreach (var region in register.Regions)
        {
            yield return new SearchDocument
            {
                Type = Type,
                Id = region.Slug,
                Title = region.Name,
                Words = ["région académique", .. register.Academies.Where(academie => academie.RegionCode == region.Code).Select(academie => academie.Name)],
                Facets = [("region", region.Code)],
                Weight = RegionWeight,
            };
        }
    }
}
