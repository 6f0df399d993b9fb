using System.Runtime.CompilerServices;
using Maillage.Network.Register;
using Maillage.Search;

namespace Maillage.Network.Campuses;

/// <summary>The campuses, as the search knows them.</summary>
public sealed class CampusDocuments(CurrentRegister current) : ISearchSource
{
    public const string Type = "campus";
    private const int CampusWeight = 6;

    public async IAsyncEnumerable<SearchDocument> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var register = await current.GetAsync(ct);
        foreach (var campus in register.Campuses)
        {
            yield return new SearchDocument
            {
                Type = Type,
                Id = campus.Slug,
                Title = campus.Name,
                Subtitle = string.Join(" · ", campus.Regions.Select(region => region.Name)),
                Words =
                [
                    "campus des métiers et des qualifications", campus.ShortName ?? "", campus.Sector.Name.Fr, campus.Sector.Name.En ?? "",
                    campus.Seat?.Commune ?? "", .. campus.Names.Select(name => name.Name), .. campus.Academies.Select(academie => academie.Name),
                ],
                Place = campus.Seat?.Point,
                Facets = [("sector", campus.Sector.Code), ("campus", campus.Slug), .. campus.Regions.Select(region => ("region", region.Code))],
                Weight = CampusWeight,
            };
        }
    }
}
