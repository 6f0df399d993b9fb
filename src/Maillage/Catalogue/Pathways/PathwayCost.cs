using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Pathways;

/// <summary>
/// What ranks routes, in one number that adds up along them: steps first, then qualifications that another route already
/// goes by, then steps that no authority writes, then changes of field, then the distance to the nearest place of each, in
/// tens of metres.
/// </summary>
internal static class PathwayCost
{
    public const long Unreachable = long.MaxValue / 4;

    /// <summary>Of going by what a route kept before goes by.</summary>
    public const long Reuse = 1L << (DistanceBits + (2 * CountBits));

    private const int DistanceBits = 32;
    private const int CountBits = 7;
    private const int UnitsPerKm = 100;
    private const long OneStep = 1L << (DistanceBits + (3 * CountBits));
    private const long Unsure = 1L << (DistanceBits + CountBits);
    private const long OtherField = 1L << DistanceBits;

    public static long Of(PathwayStep step) => step.Basis is PathwayBasis.Renewal
        ? 0
        : OneStep + (step.Basis is PathwayBasis.Usual ? Unsure : 0) + (step.ChangesField ? OtherField : 0);

    public static long OfDistance(double kilometres) => (long)(kilometres * UnitsPerKm);

    public static int Steps(long cost) => (int)(cost / OneStep);
}
