using Maillage.Network.Organisations.Imports;
using Maillage.Network.Territories.Imports;
using Maillage.OpenData.Imports;

namespace Maillage.Network;

/// <summary>The data sets that the module fills its tables from, in the order in which they are loaded.</summary>
public static class NetworkDataSets
{
    public static IReadOnlyList<DataSet> All { get; } = [CommunesFile.DataSet, .. PublishedBodies.DataSets];
}
