using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Maillage.Search;

/// <summary>Every document that can be found, as of one published revision; immutable, asked by many at once.</summary>
public sealed class SearchIndex : IDisposable
{
    internal static readonly Similarity Ranking = new RankingByField();

    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly WordList _words;
    private readonly SegmentColumns[] _columns;
    private readonly FacetValue[] _values;

    internal SearchIndex(DirectoryReader reader, long revision, Func<AtomicReader, SegmentColumns> columnsOf, FacetValues values)
    {
        Revision = revision;
        _reader = reader;
        _searcher = new IndexSearcher(reader) { Similarity = Ranking };
        _words = new WordList(reader);
        _columns = [.. reader.Leaves.Select(leaf => columnsOf(leaf.AtomicReader))];
        _values = values.ToArray();
    }

    /// <summary>Published revision for which it was written.</summary>
    public long Revision { get; }

    public int Documents => Find(new SearchQuery(), 1, 1).Total;

    /// <summary>Pages are numbered from 1; one beyond the end is empty.</summary>
    public SearchAnswer Find(SearchQuery query, int page, int pageSize)
    {
        // Held while it is read: one who asked before several changes were shown still gets an answer.
        ObjectDisposedException.ThrowIf(!_reader.TryIncRef(), this);
        try
        {
            return FindHeld(query, page, pageSize);
        }
        finally
        {
            _reader.DecRef();
        }
    }

    private SearchAnswer FindHeld(SearchQuery query, int page, int pageSize)
    {
        var words = WordsQuery.Of(query, _words);
        var kept = (int)Math.Max(1, Math.Min((long)page * pageSize, _reader.NumDocs));
        if (words.Needed.Count == 0 && words.Unknown.Count > 0)
        {
            return SearchAnswer.Nothing;
        }

        var isWidened = words.Unknown.Count > 0;
        var (hits, counts) = Collect(query, words.ToQuery(words.Needed.Count), kept);
        // Most of the words rather than none: the best answers are those that hold the most.
        for (var least = words.Needed.Count - 1; least > 0 && counts.Count == 0; least /= 2)
        {
            (hits, counts) = Collect(query, words.ToQuery(least), kept);
            isWidened = hits.Total > 0;
        }

        var shown = hits.Best.Skip((int)Math.Min((page - 1L) * pageSize, int.MaxValue)).Take(pageSize).Select(Hit).ToList();
        return new SearchAnswer(shown, hits.Total, counts, words.Corrections, isWidened);
    }

    public void Dispose() => _reader.Dispose();

    private ((IReadOnlyList<Candidate> Best, int Total) Hits, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts) Collect(
        SearchQuery query, Query words, int kept)
    {
        var facets = new FacetCounter(query.Facets, _values);
        var hits = new HitCollector(query, kept, facets, context => _columns[context.Ord]);
        _searcher.Search(words, hits);
        var best = hits.Best();
        return ((best, hits.Total), facets.ByFacet());
    }

    private SearchHit Hit(Candidate candidate)
    {
        var row = _searcher.Doc(candidate.Row);
        string? Text(string field) => row.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture);

        return new SearchHit(
            Text(IndexedDocument.Type)!, Text(IndexedDocument.Id)!, Text(IndexedDocument.Title)!, Text(IndexedDocument.Subtitle), Text(IndexedDocument.Place),
            candidate.Score, double.IsNaN(candidate.DistanceKm) ? null : candidate.DistanceKm, candidate.Rows, candidate.RowsFound);
    }

    private sealed class RankingByField : PerFieldSimilarityWrapper
    {
        // Among titles that hold a word, the shortest says the most with it.
        private readonly BM25Similarity _title = new(1.2f, 0.9f);

        // A long list of other names must not push an occupation down: length counts for less than usual.
        private readonly BM25Similarity _text = new(1.2f, 0.3f);

        public override Similarity Get(string name) => name == IndexedDocument.Title ? _title : _text;
    }
}
