using System.Runtime.CompilerServices;
using Maillage.Catalogue.Register;
using Maillage.Search;

namespace Maillage.Catalogue.Occupations;

/// <summary>The occupations, as the search knows them.</summary>
public sealed class OccupationDocuments(CurrentCatalogue current) : ISearchSource
{
    public const string Type = "occupation";
    private const int OccupationWeight = 4;

    public async IAsyncEnumerable<SearchDocument> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var row in (await current.GetAsync(ct)).Occupations)
        {
            yield return new SearchDocument
            {
                Type = Type,
                Id = row.Rome,
                Title = row.Name.Fr,
                Subtitle = row.Domain,
                Words = [row.Rome, row.Name.En ?? "", .. row.OtherNames],
                Weight = OccupationWeight,
            };
        }
    }
}
