using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Maillage.Search;

/// <summary>Every document that can be found, as of one published revision; immutable, asked by many at once.</summary>
public sealed class SearchIndex : IDisposable
{
    private const int MemoryMegabytes = 64;

    private readonly RAMDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    private SearchIndex(long revision, RAMDirectory directory)
    {
        Revision = revision;
        _directory = directory;
        _reader = DirectoryReader.Open(directory);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>Published revision for which it was written.</summary>
    public long Revision { get; }

    public int Documents => _reader.NumDocs;

    public static async Task<SearchIndex> BuildAsync(long revision, IEnumerable<ISearchSource> sources, CancellationToken ct)
    {
        var directory = new RAMDirectory();
        using var analyzer = FrenchAnalysis.ForIndex();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(FrenchAnalysis.Version, analyzer) { RAMBufferSizeMB = MemoryMegabytes }))
        {
            foreach (var source in sources)
            {
                await foreach (var document in source.ReadAsync(ct).WithCancellation(ct))
                {
                    writer.AddDocument(SearchFields.Of(document));
                }
            }

            writer.ForceMerge(1);
        }

        return new SearchIndex(revision, directory);
    }

    /// <summary>Pages are numbered from 1; one beyond the end is empty.</summary>
    public SearchAnswer Find(SearchQuery query, int page, int pageSize)
    {
        var words = WordsQuery.Of(query.Text ?? "", _reader);
        var kept = (int)Math.Min((long)page * pageSize, Documents);
        var hits = Collect(query, words, words.Count, kept);
        var isWidened = false;
        if (hits.Total == 0 && hits.Types.Count == 0 && words.Count > 1)
        {
            // Most of the words rather than none: the best answers are those that hold the most.
            hits = Collect(query, words, Math.Max(1, words.Count / 2), kept);
            isWidened = hits.Total > 0;
        }

        var shown = hits.Best().Skip((int)Math.Min((page - 1L) * pageSize, int.MaxValue)).Take(pageSize).Select(Hit).ToList();
        return new SearchAnswer(shown, hits.Total, hits.Types, hits.Facets, isWidened);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private HitCollector Collect(SearchQuery query, IReadOnlyList<Query> words, int needed, int kept)
    {
        var all = new BooleanQuery { MinimumNumberShouldMatch = needed };
        foreach (var word in words)
        {
            all.Add(word, Occur.SHOULD);
        }

        if (words.Count == 0)
        {
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        foreach (var (facet, value) in query.Facets)
        {
            var exactly = new ConstantScoreQuery(new TermQuery(new Term(SearchFields.Facets, SearchFields.FacetTerm(facet, value)))) { Boost = 0 };
            all.Add(exactly, Occur.MUST);
        }

        var hits = new HitCollector(query, Math.Max(kept, 1));
        _searcher.Search(all, hits);
        return hits;
    }

    private SearchHit Hit(Candidate candidate)
    {
        var document = _searcher.Doc(candidate.Document);
        string? Text(string field) => document.GetField(field)?.GetStringValue(System.Globalization.CultureInfo.InvariantCulture);

        return new SearchHit(
            Text(SearchFields.Type)!, Text(SearchFields.Id)!, Text(SearchFields.Title)!, Text(SearchFields.Subtitle),
            candidate.Score, candidate.DistanceKm);
    }
}
