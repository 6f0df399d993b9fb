using System.Collections.Frozen;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Pathways;

/// <summary>
/// The steps between qualifications as arrays of numbers, so that a walk over the whole country is a few thousand additions.
/// A step that goes down is no way up and is left out.
/// </summary>
public sealed class PathwayGraph
{
    private readonly FrozenDictionary<QualificationRecord, int> _numbers;
    private readonly FrozenDictionary<string, int[]> _ofOccupation;
    private readonly PathwayStep[] _steps;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly PathwayBasis[] _bases;
    private readonly long[] _costs;
    private readonly int[] _firstOut;
    private readonly int[] _firstIn;
    private readonly int[] _in;

    public PathwayGraph(IReadOnlyList<QualificationRecord> qualifications, IEnumerable<OfferRecord> offers, IEnumerable<PathwayStep> steps)
    {
        Qualifications = qualifications;
        _numbers = qualifications.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index);
        _ofOccupation = qualifications.Index().SelectMany(pair => pair.Item.RomeCodes, (pair, rome) => (rome, pair.Index))
            .GroupBy(pair => pair.rome, pair => pair.Index, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
        Offers = new OfferPlaces(qualifications.Count, offers, _numbers);

        // The surest steps first, then in the order of the catalogue: of two equal routes the same one always comes first.
        _steps =
        [
            .. steps.Where(step => step.To.Level >= step.From.Level && step.From != step.To)
                .OrderBy(step => _numbers[step.From]).ThenBy(step => step.Basis).ThenBy(step => _numbers[step.To]),
        ];
        _from = Array.ConvertAll(_steps, step => _numbers[step.From]);
        _to = Array.ConvertAll(_steps, step => _numbers[step.To]);
        _bases = Array.ConvertAll(_steps, step => step.Basis);
        _costs = Array.ConvertAll(_steps, PathwayCost.Of);
        _firstOut = FirstOfEach(_from, qualifications.Count);
        _in = [.. Enumerable.Range(0, _steps.Length).OrderBy(step => _to[step]).ThenBy(step => _steps[step].Basis).ThenBy(step => _from[step])];
        _firstIn = FirstOfEach(Array.ConvertAll(_in, step => _to[step]), qualifications.Count);
    }

    /// <summary>Routes that answer a question; the same question always gives the same.</summary>
    public PathwayAnswer Find(PathwayQuestion question) => new PathwaySelection(this, question).Answer();

    internal IReadOnlyList<QualificationRecord> Qualifications { get; }

    internal OfferPlaces Offers { get; }

    internal int NumberOf(QualificationRecord qualification) => _numbers[qualification];

    internal int[] OfOccupation(string rome) => _ofOccupation.GetValueOrDefault(rome, []);

    internal PathwayStep Step(int step) => _steps[step];

    internal int From(int step) => _from[step];

    internal int To(int step) => _to[step];

    internal PathwayBasis Basis(int step) => _bases[step];

    internal long Cost(int step) => _costs[step];

    /// <summary>Steps that leave a qualification: they follow one another.</summary>
    internal (int First, int End) Out(int qualification) => (_firstOut[qualification], _firstOut[qualification + 1]);

    /// <summary>Steps that come to a qualification.</summary>
    internal ReadOnlySpan<int> In(int qualification) => _in.AsSpan(_firstIn[qualification].._firstIn[qualification + 1]);

    /// <summary>Where one can begin without a diploma: after the collège, or where nothing is known to come before.</summary>
    internal bool IsEntry(int qualification)
    {
        var row = Qualifications[qualification];
        return row.Level == Qualification.LowestLevel || row.IsCommonFirstYear || row.DiplomaType is DiplomaType.BacPro or DiplomaType.BacTechno
            || _firstIn[qualification] == _firstIn[qualification + 1];
    }

    private static int[] FirstOfEach(int[] sorted, int count)
    {
        var first = new int[count + 1];
        foreach (var number in sorted)
        {
            first[number + 1]++;
        }

        for (var number = 0; number < count; number++)
        {
            first[number + 1] += first[number];
        }

        return first;
    }
}
