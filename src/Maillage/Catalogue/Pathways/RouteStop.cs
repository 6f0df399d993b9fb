using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Pathways;

/// <summary>A qualification on a route, how one comes to it, and where it is prepared.</summary>
/// <param name="Step">Null where the route begins.</param>
/// <param name="IsHeld">Whether the question says that one holds it, or is preparing it.</param>
public sealed record RouteStop(QualificationRecord Qualification, PathwayStep? Step, bool IsHeld, StepPlaces Places)
{
    /// <summary>Every qualification of a route, in the order in which one comes to them.</summary>
    public static IReadOnlyList<RouteStop> Of(PathwayRoute route, PathwayQuestion question, NationalCatalogue catalogue, double radiusKm) =>
    [
        .. route.Qualifications.Select((qualification, index) => new RouteStop(
            qualification,
            index == 0 ? null : route.Steps[index - 1],
            index == 0 && qualification == question.From,
            StepPlaces.Of(catalogue.OffersOf(qualification), question, radiusKm))),
    ];
}
