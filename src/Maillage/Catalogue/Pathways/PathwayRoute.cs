using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Pathways;

/// <summary>One way up: where it begins, then step after step.</summary>
/// <param name="Start">Held already when the question says so; to be prepared otherwise.</param>
/// <param name="Steps">Each leaves the qualification that the one before reached.</param>
public sealed record PathwayRoute(QualificationRecord Start, IReadOnlyList<PathwayStep> Steps)
{
    /// <summary>The last qualification.</summary>
    public QualificationRecord End => Steps.Count == 0 ? Start : Steps[^1].To;

    /// <summary>The start and every qualification reached.</summary>
    public IEnumerable<QualificationRecord> Qualifications => Steps.Select(step => step.To).Prepend(Start);

    /// <summary>Steps that one takes: a renewal only changes the name of a diploma.</summary>
    public int Length => Steps.Count(step => step.Basis is not PathwayBasis.Renewal);
}

/// <summary>The routes that answer a question, the best first, few and unlike one another.</summary>
public sealed record PathwayAnswer
{
    public required IReadOnlyList<PathwayRoute> Routes { get; init; }

    /// <summary>Level that the routes reach, when the one asked for cannot be reached and a lower one can.</summary>
    public int? LowerLevel { get; init; }

    /// <summary>Whether the start is already what is asked for.</summary>
    public bool IsAlreadyThere { get; init; }
}
