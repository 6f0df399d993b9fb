using Lucene.Net.Index;
using Lucene.Net.Search;
using Maillage.Shared;

namespace Maillage.Search;

/// <summary>
/// Goes once over the rows that a search finds: checks the distance and the facets, gathers the rows of a document, and
/// keeps the best documents. Counting there costs less than asking again for each value.
/// </summary>
internal sealed class HitCollector(SearchQuery query, int kept, FacetCounter facets, Func<AtomicReaderContext, SegmentColumns> columnsOf) : ICollector
{
    private const double PerWeight = 0.05;
    private const double HalfWayKm = 5;

    private readonly PriorityQueue<Candidate, (double Score, int Row)> _best = new(kept);
    private readonly (double Latitude, double Longitude) _box = query.Near?.BoxAround(query.RadiusKm) ?? default;
    private SegmentColumns _columns = null!;
    private Scorer _scorer = null!;
    private int _base;
    private int _document = -1;
    private Candidate _candidate;

    /// <summary>Documents found.</summary>
    public int Total { get; private set; }

    // The rows of a document follow each other.
    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        CloseDocument();
        _columns = columnsOf(context);
        _base = context.DocBase;
        _document = -1;
    }

    public void Collect(int doc)
    {
        var distance = double.NaN;
        if (query.Near is { } near)
        {
            distance = DistanceKm(near, doc);
            if (double.IsNaN(distance))
            {
                return;
            }
        }

        if (_columns.Document[doc] != _document)
        {
            CloseDocument();
            _document = _columns.Document[doc];
            facets.Begin(_columns.OfDocument[_document]);
        }

        if (!facets.Count(_columns.OfDocument[_document], _columns.OfRow[doc]))
        {
            return;
        }

        // Near a point, half the worth of an answer is how near it is.
        var nearness = query.Near is null ? 1 : 1 + (1 / (1 + (distance / HalfWayKm)));
        var score = _scorer.GetScore() * (1 + (PerWeight * _columns.Weight[doc])) * nearness;
        var isBest = score > _candidate.Score || _candidate.RowsFound == 0;
        _candidate = new Candidate(
            isBest ? _base + doc : _candidate.Row, isBest ? score : _candidate.Score, isBest ? distance : Math.Min(distance, _candidate.DistanceKm),
            _candidate.RowsFound + 1, _columns.RowsOf[_document]);
    }

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<Candidate> Best()
    {
        CloseDocument();
        var best = new Candidate[_best.Count];
        for (var place = best.Length - 1; place >= 0; place--)
        {
            best[place] = _best.Dequeue();
        }

        return best;
    }

    private void CloseDocument()
    {
        if (_candidate.RowsFound > 0)
        {
            Total++;
            var rank = (_candidate.Score, -_candidate.Row);
            if (_best.Count < kept)
            {
                _best.Enqueue(_candidate, rank);
            }
            else if (_best.TryPeek(out var least, out _) && _candidate.Score > least.Score)
            {
                _best.DequeueEnqueue(_candidate, rank);
            }
        }

        _candidate = default;
    }

    /// <summary>Not a number when the place is unknown or too far.</summary>
    private double DistanceKm(GeoPoint near, int doc)
    {
        double latitude = _columns.Latitude[doc], longitude = _columns.Longitude[doc];
        if (!(Math.Abs(latitude - near.Latitude) <= _box.Latitude && Math.Abs(longitude - near.Longitude) <= _box.Longitude))
        {
            return double.NaN;
        }

        var km = near.DistanceKm(new GeoPoint(latitude, longitude));
        return km <= query.RadiusKm ? km : double.NaN;
    }
}

/// <summary>A document found: its best row, and how many of its rows meet the conditions.</summary>
internal readonly record struct Candidate(int Row, double Score, double DistanceKm, int RowsFound, int Rows);
