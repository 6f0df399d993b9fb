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

        // Renewals, then the surest steps first, then in the order of the catalogue: of two equal routes the same one always comes first.
        _steps =
        [
            .. steps.Where(step => step.To.Level >= step.From.Level && step.From != step.To)
                .OrderBy(step => _numbers[step.From]).ThenBy(IsStudy).ThenBy(step => step.Basis).ThenBy(step => _numbers[step.To]),
        ];
        _from = Array.ConvertAll(_steps, step => _numbers[step.From]);
        _to = Array.ConvertAll(_steps, step => _numbers[step.To]);
        _costs = Array.ConvertAll(_steps, PathwayCost.Of);
        _firstOut = FirstOfEach(_steps.Select(step => Slot(_numbers[step.From], IsStudy(step))), qualifications.Count);
        _in =
        [
            .. Enumerable.Range(0, _steps.Length)
                .OrderBy(step => _to[step]).ThenBy(step => IsStudy(_steps[step])).ThenBy(step => _steps[step].Basis).ThenBy(step => _from[step]),
        ];
        _firstIn = FirstOfEach(_in.Select(step => Slot(_to[step], IsStudy(_steps[step]))), qualifications.Count);
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

    internal long Cost(int step) => _costs[step];

    /// <summary>Steps that leave a qualification, its renewals or further study: they follow one another.</summary>
    internal (int First, int End) Out(int qualification, bool renewals) =>
        (_firstOut[Slot(qualification, !renewals)], _firstOut[Slot(qualification, !renewals) + 1]);

    /// <summary>Steps that come to a qualification, as its renewals or as further study.</summary>
    internal ReadOnlySpan<int> In(int qualification, bool renewals) =>
        _in.AsSpan(_firstIn[Slot(qualification, !renewals)].._firstIn[Slot(qualification, !renewals) + 1]);

    /// <summary>Where one can begin without a diploma: after the collège, or where nothing is known to come before.</summary>
    internal bool IsEntry(int qualification)
    {
        var row = Qualifications[qualification];
        return row.Level == Qualification.LowestLevel || row.IsCommonFirstYear || row.DiplomaType is DiplomaType.BacPro or DiplomaType.BacTechno
            || _firstIn[Slot(qualification, isStudy: false)] == _firstIn[Slot(qualification + 1, isStudy: false)];
    }

    private static bool IsStudy(PathwayStep step) => step.Basis is not PathwayBasis.Renewal;

    /// <summary>Each qualification has two slots: its renewals, then what is further study.</summary>
    private static int Slot(int qualification, bool isStudy) => (2 * qualification) + (isStudy ? 1 : 0);

    private static int[] FirstOfEach(IEnumerable<int> slots, int qualifications)
    {
        var first = new int[(2 * qualifications) + 1];
        foreach (var slot in slots)
        {
            first[slot + 1]++;
        }

        for (var slot = 0; slot < first.Length - 1; slot++)
        {
            first[slot + 1] += first[slot];
        }

        return first;
    }
}
