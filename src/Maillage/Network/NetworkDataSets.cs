using Maillage.Network.Organisations.Imports;
using Maillage.Network.Territories.Imports;
using Maillage.OpenData.Imports;

namespace Maillage.Network;

/// <summary>The data sets that the module fills its tables from, in the order in which they are loaded, and how well they join.</summary>
public static class NetworkDataSets
{
    public static IReadOnlyList<DataSet> All { get; } = [
        TerritoriesFiles.Regions, TerritoriesFiles.Departments, TerritoriesFiles.Epcis, TerritoriesFiles.Academies, CommunesFile.DataSet, .. PublishedBodies.DataSets,
    ];

    public static IReadOnlyList<JoinRate> JoinRates { get; } = [TerritoriesFiles.DepartmentsToAcademies];
}
