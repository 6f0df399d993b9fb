using Maillage.Catalogue.Occupations.Imports;
using Maillage.Catalogue.Offers.Imports;
using Maillage.Catalogue.Onisep;
using Maillage.Catalogue.Qualifications.Imports;
using Maillage.OpenData.Imports;

namespace Maillage.Catalogue;

/// <summary>The data sets that the module fills its tables from, in the order in which they are loaded, and how well they join.</summary>
public static class CatalogueDataSets
{
    public static IReadOnlyList<DataSet> All { get; } = [.. NomenclatureImports.DataSets, .. RomeFiles.All, .. OnisepFiles.All, PupilCounts.DataSet, SchoolPlacesFile.DataSet, BtsPlacesFile.DataSet];

    public static IReadOnlyList<JoinRate> JoinRates { get; } = [.. NomenclatureImports.JoinRates, .. RomeFiles.JoinRates, .. OrionJoins.All];
}
