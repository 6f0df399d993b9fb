using System.Runtime.CompilerServices;
using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Search;
using Maillage.Shared;

namespace Maillage.Catalogue.Qualifications;

/// <summary>The qualifications, as the search knows them: one document each, with the places where it is prepared.</summary>
public sealed class QualificationDocuments(CurrentCatalogue currentCatalogue, CurrentRegister currentRegister) : ISearchSource
{
    public const string Type = "qualification";
    private const int OpenWeight = 5;
    private const int ClosedWeight = 1;

    /// <summary>An occupation may have hundreds of names: all of them would drown the qualification.</summary>
    private const int NamesOfAnOccupation = 5;

    public async IAsyncEnumerable<SearchDocument> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var catalogue = await currentCatalogue.GetAsync(ct);
        var sectors = (await currentRegister.GetAsync(ct)).Sectors.ToDictionary(sector => sector.Code, sector => sector.Name.Fr, StringComparer.Ordinal);
        foreach (var row in catalogue.Qualifications)
        {
            yield return new SearchDocument
            {
                Type = Type,
                Id = row.Slug,
                Title = row.Name,
                Words =
                [
                    row.DiplomaType?.ToCode().Replace('_', ' ') ?? "", row.Cfd ?? "", row.Rncp ?? "",
                    .. row.SectorCodes.Select(code => sectors.GetValueOrDefault(code, "")),
                    .. row.RomeCodes.Select(catalogue.Occupation).OfType<OccupationRecord>()
                        .SelectMany(occupation => occupation.OtherNames.Take(NamesOfAnOccupation).Prepend(occupation.Name.Fr)),
                ],
                Facets =
                [
                    ("level", $"{row.Level}"), .. row.SectorCodes.Select(code => ("sector", code)), .. row.CampusSlugs.Select(campus => ("campus", campus)),
                ],
                Places = [.. catalogue.OffersOf(row).GroupBy(offer => offer.Place).Select(offers => PlaceOf(offers.Key, [.. offers.Select(offer => offer.Mode.ToCode())]))],
                Weight = row.ClosedOn is null ? OpenWeight : ClosedWeight,
            };
        }
    }

    private static SearchPlace PlaceOf(OrganisationPlace place, IReadOnlyList<string> modes) => new(
        place.Commune is { } commune ? $"{place.Name}, {commune}" : place.Name,
        [place.Uai?.Value ?? "", place.Postcode ?? "", .. modes.Select(mode => mode.Replace('_', ' '))],
        place.Point,
        [
            .. modes.Select(mode => ("mode", mode)),
            .. Facet("region", place.RegionCode), .. Facet("department", place.DepartmentCode), .. Facet("status", place.Status?.ToCode()),
            .. place.CampusSlugs.Select(campus => ("campus", campus)),
        ]);

    private static IEnumerable<(string Facet, string Value)> Facet(string name, string? value) => value is null ? [] : [(name, value)];
}
