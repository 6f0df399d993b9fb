using Lucene.Net.Index;
using Lucene.Net.Search;
using Maillage.Shared;

namespace Maillage.Search;

/// <summary>
/// Turns what a person typed into a query. A word is looked for as it is, by its stem, and, when it is the last one, as the
/// beginning of a word; a word that the index does not hold is taken for a misspelt one.
/// </summary>
internal static class WordsQuery
{
    private const int MaxWords = 12;
    private const int MaxExpansions = 64;
    private const int LengthForOneEdit = 4;
    private const int LengthForTwoEdits = 8;

    /// <summary>Words of one letter begin too many others to say anything.</summary>
    private const int ShortestBeginning = 2;

    /// <returns>A query for each word, or none when nothing of the text is a word.</returns>
    public static IReadOnlyList<Query> Of(string text, IndexReader reader)
    {
        var clean = string.Join(' ', FoldedText.Words(text));
        var words = FrenchAnalysis.Words(clean, stems: false);
        var stems = FrenchAnalysis.Words(clean, stems: true);
        var isFinished = text.Length > 0 && !char.IsLetterOrDigit(text[^1]);
        return [.. words.Zip(stems).Take(MaxWords).Select((word, place) =>
            OneWord(word.First, word.Second, isLast: !isFinished && place == words.Count - 1, reader))];
    }

    private static DisjunctionMaxQuery OneWord(string word, string stem, bool isLast, IndexReader reader)
    {
        const string stemmed = SearchFields.Words + FrenchAnalysis.Stems;
        var any = new DisjunctionMaxQuery(0.1f)
        {
            Boosted(new TermQuery(new Term(SearchFields.Title, word)), 6),
            Boosted(new TermQuery(new Term(SearchFields.Title + FrenchAnalysis.Stems, stem)), 5),
            Boosted(new TermQuery(new Term(SearchFields.Words, word)), 2.5f),
            Boosted(new TermQuery(new Term(stemmed, stem)), 2),
        };
        var isKnown = reader.DocFreq(new Term(stemmed, stem)) > 0 || reader.DocFreq(new Term(SearchFields.Words, word)) > 0;
        if (isLast && word.Length >= ShortestBeginning)
        {
            any.Add(Boosted(Beginning(SearchFields.Title, word), 3));
            any.Add(Beginning(SearchFields.Words, word));
            isKnown |= Begins(reader, word);
        }

        if (!isKnown && word.Length >= LengthForOneEdit)
        {
            var edits = word.Length >= LengthForTwoEdits ? 2 : 1;
            any.Add(Boosted(new FuzzyQuery(new Term(SearchFields.Title, word), edits, 1, MaxExpansions, transpositions: true), 2));
            any.Add(new FuzzyQuery(new Term(SearchFields.Words, word), edits, 1, MaxExpansions, transpositions: true));
        }

        return any;
    }

    private static PrefixQuery Beginning(string field, string word) => new(new Term(field, word))
    {
        MultiTermRewriteMethod = new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MaxExpansions),
    };

    private static bool Begins(IndexReader reader, string word)
    {
        foreach (var leaf in reader.Leaves)
        {
            var terms = leaf.AtomicReader.GetTerms(SearchFields.Words)?.GetEnumerator();
            if (terms is not null && terms.SeekCeil(new Lucene.Net.Util.BytesRef(word)) != TermsEnum.SeekStatus.END
                && terms.Term.Utf8ToString().StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Query Boosted(Query query, float boost)
    {
        query.Boost = boost;
        return query;
    }
}
