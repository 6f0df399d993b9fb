using System.Buffers;

namespace Maillage.Catalogue.Pathways;

/// <summary>
/// One walk over the graph, a layer of steps at a time: since fewer steps always come first, each layer is final when the
/// next begins, and the whole costs a few operations a step, whatever the cycles.
/// </summary>
internal sealed class PathwayWalk : IDisposable
{
    /// <summary>No route is longer; five levels are climbed in four or five.</summary>
    public const int MaxSteps = 10;

    private const int None = -1;

    private readonly PathwayGraph _graph;
    private readonly PathwayQuestion _question;
    private readonly int _count;
    private readonly int _held;
    private readonly State[] _states;
    private readonly long[] _places;
    private readonly List<int> _layer = [];
    private readonly List<int> _next = [];

    public PathwayWalk(PathwayGraph graph, PathwayQuestion question)
    {
        (_graph, _question, _count) = (graph, question, graph.Qualifications.Count);
        _held = question.From is { } from ? graph.NumberOf(from) : None;
        _states = ArrayPool<State>.Shared.Rent(_count);
        _places = ArrayPool<long>.Shared.Rent(_count);
        SetStates();
        SetPlaces();
    }

    [Flags]
    private enum State : byte
    {
        None = 0,
        Open = 1,
        Admitted = 2,
        Start = 4,
        End = 8,
        Aside = 16,
    }

    public IEnumerable<int> Starts => Enumerable.Range(0, _count).Where(number => Is(number, State.Start) && !Is(number, State.Aside));

    public bool IsHeld(int qualification) => qualification == _held;

    public bool IsEnd(int qualification) => Is(qualification, State.End);

    /// <summary>Says which qualifications end a route; those that are closed, or give no diploma, never do.</summary>
    public void SetEnds(Func<int, bool> isEnd)
    {
        for (var number = 0; number < _count; number++)
        {
            var ends = number != _held && Is(number, State.Open) && Is(number, State.Admitted)
                && !_graph.Qualifications[number].IsCommonFirstYear && isEnd(number);
            _states[number] = ends ? _states[number] | State.End : _states[number] & ~State.End;
        }
    }

    /// <summary>From the starts up to the ends: the least cost of each qualification, and the step by which it is reached.</summary>
    /// <param name="tree">Where the costs and the steps go.</param>
    /// <param name="used">How many routes already go by each qualification; null when none does.</param>
    public void Climb(PathwayTree tree, int[]? used)
    {
        tree.Clear();
        _layer.Clear();
        foreach (var start in Starts)
        {
            tree.Costs[start] = start == _held ? 0 : Entering(start, used);
            _layer.Add(start);
        }

        for (var steps = 0; steps <= MaxSteps && _layer.Count > 0; steps++)
        {
            _next.Clear();
            // The layer grows while renewals, which are no step, are followed.
            for (var index = 0; index < _layer.Count; index++)
            {
                Leave(_layer[index], tree, used, _layer, renewals: true);
            }

            for (var index = 0; index < _layer.Count && steps < MaxSteps; index++)
            {
                Leave(_layer[index], tree, used, _next, renewals: false);
            }

            _layer.Clear();
            _layer.AddRange(_next);
        }
    }

    /// <summary>From the ends down, within what was reached from the starts: the least cost of what remains, and the step that one takes.</summary>
    public void Descend(PathwayTree tree, PathwayTree reached)
    {
        tree.Clear();
        _layer.Clear();
        for (var number = 0; number < _count; number++)
        {
            if (IsEnd(number) && reached.Costs[number] < PathwayCost.Unreachable)
            {
                tree.Costs[number] = 0;
                _layer.Add(number);
            }
        }

        for (var steps = 0; steps <= MaxSteps && _layer.Count > 0; steps++)
        {
            _next.Clear();
            for (var index = 0; index < _layer.Count; index++)
            {
                Precede(_layer[index], tree, reached, _layer, renewals: true);
            }

            for (var index = 0; index < _layer.Count && steps < MaxSteps; index++)
            {
                Precede(_layer[index], tree, reached, _next, renewals: false);
            }

            _layer.Clear();
            _layer.AddRange(_next);
        }
    }

    /// <summary>Leaves aside, from now on, what no route of so few steps goes by.</summary>
    public void ConfineTo(PathwayTree reached, PathwayTree remaining, int steps)
    {
        for (var number = 0; number < _count; number++)
        {
            if (PathwayCost.Steps(reached.Costs[number] + remaining.Costs[number]) > steps)
            {
                _states[number] |= State.Aside;
            }
        }
    }

    /// <summary>What a route costs, whatever the others.</summary>
    public long CostOf(int start, IEnumerable<int> steps) =>
        steps.Aggregate(start == _held ? 0 : _places[start], (cost, step) => cost + _graph.Cost(step) + _places[_graph.To(step)]);

    public void Dispose()
    {
        ArrayPool<State>.Shared.Return(_states);
        ArrayPool<long>.Shared.Return(_places);
    }

    private void Leave(int qualification, PathwayTree tree, int[]? used, List<int> reached, bool renewals)
    {
        if (IsEnd(qualification) || !IsLeft(qualification, renewals))
        {
            return;
        }

        var (first, end) = _graph.Out(qualification, renewals);
        for (var step = first; step < end; step++)
        {
            var to = _graph.To(step);
            if (IsEntered(to))
            {
                Improve(tree, to, tree.Costs[qualification] + _graph.Cost(step) + Entering(to, used), step, reached, renewals);
            }
        }
    }

    private void Precede(int qualification, PathwayTree tree, PathwayTree reached, List<int> next, bool renewals)
    {
        if (!IsEntered(qualification))
        {
            return;
        }

        foreach (var step in _graph.In(qualification, renewals))
        {
            var from = _graph.From(step);
            if (!IsEnd(from) && reached.Costs[from] < PathwayCost.Unreachable && IsLeft(from, renewals))
            {
                Improve(tree, from, tree.Costs[qualification] + _graph.Cost(step) + _places[qualification], step, next, renewals);
            }
        }
    }

    // A renewal may better what its own layer holds, which is then looked at again; a step only finds what no layer held.
    private static void Improve(PathwayTree tree, int qualification, long cost, int step, List<int> found, bool renewals)
    {
        var known = tree.Costs[qualification];
        if (cost >= known)
        {
            return;
        }

        (tree.Costs[qualification], tree.Steps[qualification]) = (cost, step);
        if (renewals || known == PathwayCost.Unreachable)
        {
            found.Add(qualification);
        }
    }

    /// <summary>What is held may be followed by anything; what is closed, by what replaced it; what is open, by further study.</summary>
    private bool IsLeft(int qualification, bool renewals) => qualification == _held || Is(qualification, State.Open) != renewals;

    private bool IsEntered(int qualification) => (_states[qualification] & (State.Admitted | State.Aside)) == State.Admitted;

    private long Entering(int qualification, int[]? used) =>
        _places[qualification] + (used is null ? 0 : used[qualification] * PathwayCost.Reuse);

    private bool Is(int qualification, State state) => (_states[qualification] & state) != State.None;

    private void SetStates()
    {
        for (var number = 0; number < _count; number++)
        {
            var row = _graph.Qualifications[number];
            var isOpen = !row.IsClosedOn(_question.Day);
            var isAdmitted = number == _held || !isOpen || _question.Mode is not { } mode || _graph.Offers.Admits(number, mode);
            var isStart = _question switch
            {
                { From: not null } => number == _held,
                { FromLevel: { } level } => isOpen && isAdmitted && row.Level == level,
                _ => isOpen && isAdmitted && _graph.IsEntry(number),
            };
            _states[number] = (isOpen ? State.Open : State.None) | (isAdmitted ? State.Admitted : State.None) | (isStart ? State.Start : State.None);
        }
    }

    // What is closed is only passed through: nobody has to go where it was prepared.
    private void SetPlaces()
    {
        var near = _question.Near is { } point ? OfferPlaces.Direction.Of(point) : (OfferPlaces.Direction?)null;
        for (var number = 0; number < _count; number++)
        {
            _places[number] = near is { } direction && Is(number, State.Open)
                ? PathwayCost.OfDistance(_graph.Offers.NearestKm(number, direction, _question.Mode))
                : 0;
        }
    }
}

/// <summary>What a walk found for each qualification: its cost, and the step by which it is best reached or left.</summary>
internal sealed class PathwayTree(int count) : IDisposable
{
    public const int NoStep = -1;

    public long[] Costs { get; } = ArrayPool<long>.Shared.Rent(count);

    /// <summary>Number of a step, <see cref="NoStep"/> where a route begins or ends.</summary>
    public int[] Steps { get; } = ArrayPool<int>.Shared.Rent(count);

    public void Clear()
    {
        Costs.AsSpan(0, count).Fill(PathwayCost.Unreachable);
        Steps.AsSpan(0, count).Fill(NoStep);
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(Costs);
        ArrayPool<int>.Shared.Return(Steps);
    }
}
