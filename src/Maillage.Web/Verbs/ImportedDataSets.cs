using Maillage.Catalogue;
using Maillage.Network;
using Maillage.OpenData.Imports;

namespace Maillage.Web.Verbs;

/// <summary>The data sets of every module, in the order in which they are loaded.</summary>
public static class ImportedDataSets
{
    public static IReadOnlyList<DataSet> All { get; } = [.. NetworkDataSets.All, .. CatalogueDataSets.All];

    public static IReadOnlyList<JoinRate> JoinRates { get; } = [.. NetworkDataSets.JoinRates, .. CatalogueDataSets.JoinRates];
}
