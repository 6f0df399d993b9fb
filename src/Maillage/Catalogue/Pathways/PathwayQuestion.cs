using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Catalogue.Pathways;

/// <summary>
/// Which way up is asked for: from a qualification that one holds, from a level, or, without either, from wherever one can
/// begin; to a level, to an occupation, or to an occupation at a level.
/// </summary>
public sealed record PathwayQuestion
{
    public const double DefaultRadiusKm = 30;
    public const double MaxRadiusKm = 200;

    /// <summary>The day on which it is asked: what is closed by then can no longer be prepared.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Held already, or being prepared; it may be closed.</summary>
    public QualificationRecord? From { get; init; }

    /// <summary>Begins with any qualification of this level that is still open.</summary>
    public int? FromLevel { get; init; }

    /// <summary>A route ends as soon as it reaches this level or passes it.</summary>
    public int? ToLevel { get; init; }

    /// <summary>ROME code of an occupation: a route ends with a qualification that leads to it.</summary>
    public string? ToOccupation { get; init; }

    /// <summary>Leaves out what is known to be prepared in other modes alone; what is prepared nowhere we know of stays.</summary>
    public TrainingMode? Mode { get; init; }

    /// <summary>Of routes alike, the one whose places are nearer to this point comes first.</summary>
    public GeoPoint? Near { get; init; }
}
