using Maillage.Catalogue.Qualifications;

namespace Maillage.Catalogue.Pathways;

/// <summary>
/// What ranks routes, in one number that adds up along them: steps first, then qualifications that another route already
/// goes by, then steps that no authority writes, then the distance to the nearest place of each, in tens of metres.
/// </summary>
internal static class PathwayCost
{
    public const long Unreachable = long.MaxValue / 4;

    /// <summary>Of going by what a route kept before goes by.</summary>
    public const long Reuse = 1L << (DistanceBits + CountBits);

    private const int DistanceBits = 32;
    private const int CountBits = 7;
    private const int UnitsPerKm = 100;
    private const long OneStep = 1L << (DistanceBits + CountBits + CountBits);
    private const long Unsure = 1L << DistanceBits;

    public static long Of(PathwayBasis basis) => basis switch
    {
        PathwayBasis.Renewal => 0,
        PathwayBasis.Usual => OneStep + Unsure,
        _ => OneStep,
    };

    public static long OfDistance(double kilometres) => (long)(kilometres * UnitsPerKm);

    public static int Steps(long cost) => (int)(cost / OneStep);
}
