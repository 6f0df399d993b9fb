namespace Maillage.Search;

/// <summary>
/// Tells whether a row has the values asked for, and counts, once for each document, what each value would give. A facet that
/// is narrowed is counted as if it were not: the other choices stay in sight.
/// </summary>
internal sealed class FacetCounter
{
    private readonly FacetValue[] _values;

    /// <summary>By value: the bit of its facet, when that facet is narrowed.</summary>
    private readonly ulong[] _facetBit;

    /// <summary>By value: the same bit, when the value is one of those asked for.</summary>
    private readonly ulong[] _askedBit;

    private readonly ulong _narrowed;
    private readonly int[] _counts;

    /// <summary>By value: the last document for which it was counted.</summary>
    private readonly int[] _countedFor;

    private int _documents;

    /// <summary>The narrowed facets of which the document itself has no value asked for.</summary>
    private ulong _missing;

    /// <summary>Whether the values of the document itself are counted.</summary>
    private bool _isCounted;

    public FacetCounter(IReadOnlyList<(string Facet, string Value)> asked, FacetValue[] values)
    {
        _values = values;
        _counts = new int[values.Length];
        _countedFor = new int[values.Length];
        _facetBit = new ulong[values.Length];
        _askedBit = new ulong[values.Length];
        foreach (var (position, facet) in asked.GroupBy(one => one.Facet, one => one.Value, StringComparer.Ordinal).Index())
        {
            var bit = 1UL << position;
            _narrowed |= bit;
            foreach (var (number, value) in values.Index().Where(row => row.Item.Facet == facet.Key))
            {
                _facetBit[number] = bit;
                _askedBit[number] = facet.Contains(value.Value, StringComparer.Ordinal) ? bit : 0;
            }
        }
    }

    /// <summary>Begins a document: the rows that follow are its own.</summary>
    public void Begin(ReadOnlySpan<int> valuesOfDocument)
    {
        _documents++;
        _missing = _narrowed & ~Asked(valuesOfDocument);
        _isCounted = false;
    }

    /// <summary>Whether a row of the document has every value asked for.</summary>
    public bool Count(ReadOnlySpan<int> valuesOfDocument, ReadOnlySpan<int> valuesOfRow)
    {
        var missing = _missing == 0 ? 0 : _missing & ~Asked(valuesOfRow);
        // More than one bit: it would not be an answer whichever of the conditions were lifted.
        if ((missing & (missing - 1)) != 0)
        {
            return false;
        }

        if (!_isCounted)
        {
            Add(valuesOfDocument, missing);
            _isCounted = missing == 0;
        }

        Add(valuesOfRow, missing);
        return missing == 0;
    }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ByFacet() => _values.Zip(_counts)
        .Where(row => row.Second > 0)
        .GroupBy(row => row.First.Facet, StringComparer.Ordinal)
        .ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyDictionary<string, int>)facet.ToDictionary(row => row.First.Value, row => row.Second, StringComparer.Ordinal),
            StringComparer.Ordinal);

    private ulong Asked(ReadOnlySpan<int> values)
    {
        var bits = 0UL;
        if (_narrowed != 0)
        {
            foreach (var value in values)
            {
                bits |= _askedBit[value];
            }
        }

        return bits;
    }

    /// <summary>Counts the values, or, when a facet is missing, those of that facet alone.</summary>
    private void Add(ReadOnlySpan<int> values, ulong missing)
    {
        foreach (var value in values)
        {
            if (_countedFor[value] != _documents && (missing == 0 || _facetBit[value] == missing))
            {
                _countedFor[value] = _documents;
                _counts[value]++;
            }
        }
    }
}
