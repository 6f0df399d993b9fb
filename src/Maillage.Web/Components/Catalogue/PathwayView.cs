using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Register;

namespace Maillage.Web.Components.Catalogue;

/// <summary>The routes that answer a question as a page shows them: one chosen, the stops of each, the same for drawing and list.</summary>
public sealed class PathwayView
{
    public PathwayView(PathwayAnswer answer, PathwayQuestion question, NationalCatalogue catalogue, int chosen, double radiusKm)
    {
        Answer = answer;
        Number = chosen;
        Stops = [.. answer.Routes.Select(route => RouteStop.Of(route, question, catalogue, radiusKm))];
    }

    public PathwayAnswer Answer { get; }

    /// <summary>Number of the chosen route, from 1.</summary>
    public int Number { get; }

    public PathwayRoute Chosen => Answer.Routes[Number - 1];

    /// <summary>The stops of each route.</summary>
    public IReadOnlyList<IReadOnlyList<RouteStop>> Stops { get; }

    /// <summary>The routes with their numbers and stops, the chosen one first.</summary>
    public IEnumerable<(int Number, PathwayRoute Route, IReadOnlyList<RouteStop> Stops)> ChosenFirst =>
        Answer.Routes.Select((route, index) => (index + 1, route, Stops[index])).OrderBy(row => row.Item1 != Number);
}
