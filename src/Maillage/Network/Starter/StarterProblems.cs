namespace Maillage.Network.Starter;

/// <summary>What the rules of the network refuse in the starter files, with the arguments of <see cref="OpenData.DataProblems"/>.</summary>
public static class StarterProblems
{
    /// <summary>An académie without a region that is not the vice-rectorat of one overseas collectivity.</summary>
    public const string AcademieWithoutRegion = "network.starter.academie_without_region";

    /// <summary>A latitude without a longitude, or the reverse.</summary>
    public const string HalfCoordinates = "network.starter.half_coordinates";

    /// <summary>Coordinates without their precision or their commune, or the reverse.</summary>
    public const string CoordinatesWithoutPrecision = "network.starter.coordinates_without_precision";

    public const string OutsideFrance = "network.starter.outside_france";

    public const string MergedWithoutSuccessor = "network.starter.merged_without_successor";

    /// <summary>A campus that would, from one to the next, succeed itself.</summary>
    public const string SuccessorLoop = "network.starter.successor_loop";

    /// <summary>A start that is not written as its precision asks. Adds the precision.</summary>
    public const string StartPrecision = "network.starter.start_precision";
}
