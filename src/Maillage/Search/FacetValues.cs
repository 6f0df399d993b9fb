namespace Maillage.Search;

/// <summary>A value of a facet.</summary>
internal readonly record struct FacetValue(string Facet, string Value);

/// <summary>
/// The values of facets as small numbers, the same for every part of the index, so that counting is adding to an array.
/// Numbers are only ever added.
/// </summary>
internal sealed class FacetValues
{
    private readonly Dictionary<FacetValue, int> _numbers = [];
    private readonly Lock _adding = new();

    public int NumberOf(FacetValue value)
    {
        lock (_adding)
        {
            _numbers.TryAdd(value, _numbers.Count);
            return _numbers[value];
        }
    }

    /// <summary>Those that are known now, by number.</summary>
    public FacetValue[] ToArray()
    {
        lock (_adding)
        {
            return [.. _numbers.OrderBy(row => row.Value).Select(row => row.Key)];
        }
    }
}
