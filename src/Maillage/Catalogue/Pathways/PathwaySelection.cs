using Maillage.Catalogue.Qualifications;

namespace Maillage.Catalogue.Pathways;

/// <summary>
/// Chooses a few routes unlike one another. The first is the best of all; each next is the best that goes by the fewest
/// qualifications of those before; then come somewhat longer ones, by way of what none of them goes by.
/// </summary>
internal sealed class PathwaySelection(PathwayGraph graph, PathwayQuestion question)
{
    public const int MaxRoutes = 6;

    /// <summary>Fewer routes than this are completed with ones that differ less.</summary>
    public const int FewRoutes = 3;

    /// <summary>Steps that a route may take beyond the shortest.</summary>
    public const int MaxDetour = 2;

    private const int MaxTried = 400;

    private readonly List<Kept> _kept = [];

    public PathwayAnswer Answer()
    {
        var isAlreadyThere = IsAlreadyThere();
        if (isAlreadyThere && question.ToOccupation is null)
        {
            return new PathwayAnswer { Routes = [], IsAlreadyThere = true };
        }

        using var walk = new PathwayWalk(graph, question);
        using var reached = new PathwayTree(graph.Qualifications.Count);
        var lowerLevel = Climb(walk, reached);
        if (Best(walk, reached) is var best and >= 0)
        {
            using var remaining = new PathwayTree(graph.Qualifications.Count);
            walk.Descend(remaining, reached);
            walk.ConfineTo(reached, remaining, PathwayCost.Steps(reached.Costs[best]));
            KeepUnlike(walk);
            if (_kept.Count is > 0 and < MaxRoutes)
            {
                KeepLonger(walk, reached, remaining);
            }
        }

        return new PathwayAnswer
        {
            Routes = [.. _kept.OrderBy(kept => kept.Cost).Select(kept => new PathwayRoute(graph.Qualifications[kept.Start], [.. kept.Steps.Select(graph.Step)]))],
            LowerLevel = _kept.Count > 0 ? lowerLevel : null,
            IsAlreadyThere = isAlreadyThere,
        };
    }

    private bool IsAlreadyThere() => question.ToOccupation is { } rome
        ? question.From is { } from && from.Level >= (question.ToLevel ?? 0) && graph.OfOccupation(rome).Contains(graph.NumberOf(from))
        : (question.From?.Level ?? question.FromLevel) >= (question.ToLevel ?? Qualification.HighestLevel);

    /// <summary>Finds the ends and climbs to them; where no route reaches the level asked for, to the highest that one reaches.</summary>
    private int? Climb(PathwayWalk walk, PathwayTree reached)
    {
        if (question.ToOccupation is { } rome)
        {
            var ofOccupation = graph.OfOccupation(rome).ToHashSet();
            walk.SetEnds(number => ofOccupation.Contains(number) && graph.Qualifications[number].Level >= (question.ToLevel ?? 0));
            walk.Climb(reached, null);
            return null;
        }

        var asked = question.ToLevel ?? Qualification.HighestLevel;
        walk.SetEnds(number => graph.Qualifications[number].Level >= asked);
        walk.Climb(reached, null);
        if (Reached(reached).Any(walk.IsEnd))
        {
            return null;
        }

        // Everything is an end for a moment, to learn what could be one; to begin somewhere is no climb.
        walk.SetEnds(_ => true);
        var starts = walk.Starts.ToHashSet();
        var level = Reached(reached).Where(number => walk.IsEnd(number) && !starts.Contains(number))
            .Select(number => graph.Qualifications[number].Level).DefaultIfEmpty(asked).Max();
        walk.SetEnds(number => graph.Qualifications[number].Level >= level && !starts.Contains(number));
        walk.Climb(reached, null);
        return level;
    }

    private IEnumerable<int> Reached(PathwayTree reached) =>
        Enumerable.Range(0, graph.Qualifications.Count).Where(number => reached.Costs[number] < PathwayCost.Unreachable);

    /// <summary>Each takes as few steps as the first: the walk is confined to what such a route goes by.</summary>
    private void KeepUnlike(PathwayWalk walk)
    {
        using var tree = new PathwayTree(graph.Qualifications.Count);
        var used = new int[graph.Qualifications.Count];
        while (_kept.Count < MaxRoutes)
        {
            walk.Climb(tree, used);
            var end = Best(walk, tree);
            if (end < 0 || !TryKeep(walk, Path(tree, end), IsUnlike))
            {
                return;
            }

            foreach (var number in _kept[^1].Reached)
            {
                used[number]++;
            }
        }
    }

    private int Best(PathwayWalk walk, PathwayTree tree)
    {
        var best = -1;
        for (var number = 0; number < graph.Qualifications.Count; number++)
        {
            if (walk.IsEnd(number) && tree.Costs[number] < (best < 0 ? PathwayCost.Unreachable : tree.Costs[best]))
            {
                best = number;
            }
        }

        return best;
    }

    /// <summary>By way of each qualification in turn, the best first.</summary>
    private void KeepLonger(PathwayWalk walk, PathwayTree reached, PathwayTree remaining)
    {
        var longest = PathwayCost.Steps(_kept[0].Cost) + MaxDetour;
        var ways = Reached(reached).Select(number => (Cost: reached.Costs[number] + remaining.Costs[number], Number: number))
            .Where(way => way.Cost < PathwayCost.Unreachable && PathwayCost.Steps(way.Cost) <= longest)
            .Order()
            .Take(MaxTried)
            .ToList();
        Keep(MaxRoutes, IsUnlike);
        Keep(FewRoutes, BringsSomething);

        void Keep(int upTo, Func<Kept, bool> isWanted)
        {
            foreach (var (_, number) in ways.TakeWhile(_ => _kept.Count < upTo))
            {
                TryKeep(walk, [.. Path(reached, number), .. Remaining(remaining, number)], isWanted);
            }
        }
    }

    /// <param name="walk">What knows the costs.</param>
    /// <param name="path">The start, then the steps.</param>
    /// <param name="isWanted">Whether it differs enough from those kept.</param>
    private bool TryKeep(PathwayWalk walk, List<int> path, Func<Kept, bool> isWanted)
    {
        var start = path[0];
        int[] steps = [.. path.Skip(1)];
        int[] all = [start, .. steps.Select(graph.To)];
        if (Repeats(all))
        {
            return false;
        }

        var kept = new Kept(start, steps, walk.IsHeld(start) ? all[1..] : all, walk.CostOf(start, steps));
        if (!isWanted(kept))
        {
            return false;
        }

        _kept.Add(kept);
        return true;
    }

    private bool IsUnlike(Kept route) => _kept.TrueForAll(other =>
        Shared(route.Reached, other.Reached) * 2 <= Math.Min(route.Reached.Length, other.Reached.Length));

    private bool BringsSomething(Kept route) => Array.Exists(route.Reached, number => _kept.TrueForAll(other => !other.Reached.Contains(number)));

    private static int Shared(int[] one, int[] other)
    {
        var shared = 0;
        foreach (var number in one)
        {
            shared += Array.IndexOf(other, number) >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static bool Repeats(int[] numbers)
    {
        for (var index = 1; index < numbers.Length; index++)
        {
            if (Array.IndexOf(numbers, numbers[index], 0, index) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The start, then the steps to a qualification.</summary>
    private List<int> Path(PathwayTree tree, int end)
    {
        var steps = new List<int>();
        var at = end;
        while (tree.Steps[at] is var step and not PathwayTree.NoStep)
        {
            steps.Add(step);
            at = graph.From(step);
        }

        steps.Add(at);
        steps.Reverse();
        return steps;
    }

    private List<int> Remaining(PathwayTree tree, int start)
    {
        var steps = new List<int>();
        for (var at = start; tree.Steps[at] is var step and not PathwayTree.NoStep; at = graph.To(step))
        {
            steps.Add(step);
        }

        return steps;
    }

    /// <summary>A route in numbers; what is held is not one of those that it reaches.</summary>
    private sealed record Kept(int Start, int[] Steps, int[] Reached, long Cost);
}
