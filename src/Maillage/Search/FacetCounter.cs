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

    /// <param name="columns">Columns of the part of the index.</param>
    /// <param name="row">A row of that part.</param>
    /// <param name="document">A number, from 1, that tells the document from the others of this search.</param>
    public bool Count(SegmentColumns columns, int row, int document)
    {
        var values = columns.FacetNumber.AsSpan(columns.FacetStart[row]..columns.FacetStart[row + 1]);
        var missing = _narrowed;
        if (missing != 0)
        {
            foreach (var value in values)
            {
                missing &= ~_askedBit[value];
            }

            // More than one bit: it would not be an answer whichever of the conditions were lifted.
            if ((missing & (missing - 1)) != 0)
            {
                return false;
            }
        }

        foreach (var value in values)
        {
            if (_countedFor[value] != document && (missing == 0 || _facetBit[value] == missing))
            {
                _countedFor[value] = document;
                _counts[value]++;
            }
        }

        return missing == 0;
    }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ByFacet() => _values.Zip(_counts)
        .Where(row => row.Second > 0)
        .GroupBy(row => row.First.Facet, StringComparer.Ordinal)
        .ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyDictionary<string, int>)facet.ToDictionary(row => row.First.Value, row => row.Second, StringComparer.Ordinal),
            StringComparer.Ordinal);
}
