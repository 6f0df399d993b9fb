using System.Globalization;
using System.Runtime.CompilerServices;
using Maillage.Catalogue.Register;
using Maillage.Search;
using Maillage.Shared;

namespace Maillage.Catalogue.Occupations;

/// <summary>The occupations, as the search knows them.</summary>
public sealed class OccupationDocuments(CurrentCatalogue catalogue) : ISearchSource
{
    public const string Type = "occupation";
    private const int OccupationWeight = 4;

    public async IAsyncEnumerable<SearchDocument> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var national = await catalogue.GetAsync(ct);
        foreach (var occupation in national.Occupations)
        {
            var qualifications = national.QualificationsOf(occupation.Rome).ToList();
            var offers = qualifications.SelectMany(national.OffersOf).ToList();
            yield return new SearchDocument
            {
                Type = Type,
                Id = occupation.Rome,
                Title = occupation.Name.Fr,
                Subtitle = occupation.Domain,
                Words = [occupation.Rome, occupation.Name.En ?? "", occupation.Domain ?? "", .. occupation.OtherNames],
                Facets =
                [
                    .. qualifications.Select(row => row.Level).Distinct().Select(level => ("level", level.ToString(CultureInfo.InvariantCulture))),
                    .. qualifications.SelectMany(row => row.SectorCodes).Distinct(StringComparer.Ordinal).Select(code => ("sector", code)),
                    .. offers.Select(offer => offer.Mode).Distinct().Select(mode => ("mode", mode.ToCode())),
                    .. offers.Select(offer => offer.Place.RegionCode).OfType<string>().Distinct(StringComparer.Ordinal).Select(code => ("region", code)),
                    .. offers.Select(offer => offer.Place.DepartmentCode).OfType<string>().Distinct(StringComparer.Ordinal).Select(code => ("department", code)),
                ],
                Weight = OccupationWeight,
            };
        }
    }
}
