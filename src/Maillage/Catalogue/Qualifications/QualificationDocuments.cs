using System.Globalization;
using System.Runtime.CompilerServices;
using Maillage.Catalogue.Register;
using Maillage.Network.Register;
using Maillage.Search;
using Maillage.Shared;

namespace Maillage.Catalogue.Qualifications;

/// <summary>The qualifications, as the search knows them: one document each, narrowed by where and how it is prepared.</summary>
public sealed class QualificationDocuments(CurrentCatalogue catalogue, CurrentRegister current) : ISearchSource
{
    public const string Type = "training";
    private const int OpenWeight = 5;
    private const int ClosedWeight = 1;

    public async IAsyncEnumerable<SearchDocument> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var register = await current.GetAsync(ct);
        var sectors = register.Sectors.ToDictionary(sector => sector.Code, sector => sector.Name.Fr, StringComparer.Ordinal);
        var national = await catalogue.GetAsync(ct);
        foreach (var qualification in national.Qualifications)
        {
            var offers = national.OffersOf(qualification).ToList();
            var occupations = qualification.RomeCodes.Select(national.Occupation).OfType<OccupationRecord>();
            var sectorNames = qualification.SectorCodes.Where(sectors.ContainsKey).Select(code => sectors[code]).ToList();
            yield return new SearchDocument
            {
                Type = Type,
                Id = qualification.Slug,
                Title = qualification.Name,
                Subtitle = sectorNames.Count == 0 ? null : string.Join(" · ", sectorNames),
                Words =
                [
                    qualification.Cfd ?? "", qualification.Rncp ?? "", qualification.DiplomaType?.ToCode().Replace('_', ' ') ?? "",
                    .. sectorNames, .. occupations.Select(occupation => occupation.Name.Fr),
                ],
                Facets =
                [
                    ("level", qualification.Level.ToString(CultureInfo.InvariantCulture)),
                    .. qualification.SectorCodes.Select(code => ("sector", code)),
                    .. offers.Select(offer => offer.Mode).Distinct().Select(mode => ("mode", mode.ToCode())),
                    .. offers.Select(offer => offer.Place.RegionCode).OfType<string>().Distinct(StringComparer.Ordinal).Select(code => ("region", code)),
                    .. offers.Select(offer => offer.Place.DepartmentCode).OfType<string>().Distinct(StringComparer.Ordinal).Select(code => ("department", code)),
                ],
                Weight = qualification.ClosedOn is null ? OpenWeight : ClosedWeight,
            };
        }
    }
}
