using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Maillage.Shared;

namespace Maillage.Search;

/// <summary>
/// Goes once over what a search finds: keeps the best, checks the distance, counts types and facets. Counting there costs
/// less than asking again for each value.
/// </summary>
internal sealed class HitCollector(SearchQuery query, int kept) : ICollector
{
    private const double PerWeight = 0.05;

    private readonly PriorityQueue<Candidate, (double Score, int Document)> _best = new();
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> _facets = new(StringComparer.Ordinal);
    private readonly (double Latitude, double Longitude) _box = query.Near?.BoxAround(query.RadiusKm) ?? default;
    private Scorer _scorer = null!;
    private int _base;
    private SortedDocValues _type = null!;
    private SortedSetDocValues? _values;
    private NumericDocValues _weights = null!;
    private NumericDocValues? _latitudes;
    private NumericDocValues? _longitudes;
    private IBits? _placed;

    public int Total { get; private set; }

    public IReadOnlyDictionary<string, int> Types => _types;

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets =>
        _facets.ToDictionary(facet => facet.Key, facet => (IReadOnlyDictionary<string, int>)facet.Value, StringComparer.Ordinal);

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<Candidate> Best()
    {
        var best = new Candidate[_best.Count];
        for (var place = best.Length - 1; place >= 0; place--)
        {
            best[place] = _best.Dequeue();
        }

        return best;
    }

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        var reader = context.AtomicReader;
        _base = context.DocBase;
        _type = reader.GetSortedDocValues(SearchFields.Type);
        _values = reader.GetSortedSetDocValues(SearchFields.Facets);
        _weights = reader.GetNumericDocValues(SearchFields.Weight);
        _latitudes = reader.GetNumericDocValues(SearchFields.Latitude);
        _longitudes = reader.GetNumericDocValues(SearchFields.Longitude);
        _placed = _latitudes is null ? null : reader.GetDocsWithField(SearchFields.Latitude);
    }

    public void Collect(int doc)
    {
        var distance = query.Near is { } near ? DistanceKm(near, doc) : null;
        if (query.Near is not null && distance is null)
        {
            return;
        }

        var bytes = new BytesRef();
        _type.Get(doc, bytes);
        var type = bytes.Utf8ToString();
        _types[type] = _types.GetValueOrDefault(type) + 1;
        if (query.Type is not null && query.Type != type)
        {
            return;
        }

        Total++;
        CountFacets(doc, bytes);
        // Near a point, half the worth of an answer is how near it is.
        var nearness = distance is { } km ? 1 + (1 / (1 + (km / 5))) : 1;
        var score = _scorer.GetScore() * (1 + (PerWeight * _weights.Get(doc))) * nearness;
        var candidate = new Candidate(_base + doc, score, distance);
        var rank = (score, -candidate.Document);
        if (_best.Count < kept)
        {
            _best.Enqueue(candidate, rank);
        }
        else
        {
            _best.EnqueueDequeue(candidate, rank);
        }
    }

    private double? DistanceKm(GeoPoint near, int doc)
    {
        if (_placed is null || !_placed.Get(doc))
        {
            return null;
        }

        var point = new GeoPoint(SearchFields.Degrees(_latitudes!.Get(doc)), SearchFields.Degrees(_longitudes!.Get(doc)));
        if (Math.Abs(point.Latitude - near.Latitude) > _box.Latitude || Math.Abs(point.Longitude - near.Longitude) > _box.Longitude)
        {
            return null;
        }

        return near.DistanceKm(point) is var km && km <= query.RadiusKm ? km : null;
    }

    private void CountFacets(int doc, BytesRef bytes)
    {
        if (_values is null)
        {
            return;
        }

        _values.SetDocument(doc);
        for (var ordinal = _values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = _values.NextOrd())
        {
            _values.LookupOrd(ordinal, bytes);
            var (facet, value) = SearchFields.FacetOf(bytes.Utf8ToString());
            if (!_facets.TryGetValue(facet, out var counts))
            {
                _facets[facet] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
            }

            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }
}

/// <summary>A document found.</summary>
internal readonly record struct Candidate(int Document, double Score, double? DistanceKm);
