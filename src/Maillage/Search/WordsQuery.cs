using Lucene.Net.Index;
using Lucene.Net.Search;
using Maillage.Shared;

namespace Maillage.Search;

/// <summary>
/// What a person typed, as queries. A word is looked for by its stem, and counts more when it is written the same; a word
/// that the index does not hold is taken for an unfinished one when it is the last, else for a misspelt one.
/// </summary>
/// <param name="Needed">One for each word that must be there.</param>
/// <param name="Liked">What makes an answer better.</param>
/// <param name="Corrections">What was taken for a slip.</param>
/// <param name="Unknown">Words that nothing holds, and that look like none.</param>
internal sealed record WordsQuery(
    IReadOnlyList<Query> Needed, IReadOnlyList<Query> Liked, IReadOnlyList<SpellingCorrection> Corrections, IReadOnlyList<string> Unknown)
{
    private const int MaxWords = 12;
    private const int MaxBeginnings = 32;
    private const int MaxCorrections = 4;

    /// <summary>A word of one letter begins too many others to say anything.</summary>
    private const int ShortestBeginning = 2;

    private const float OfTheVeryWord = 0.5f;
    private const float OfAnotherWord = 0.6f;

    public static WordsQuery Of(SearchQuery query, WordList known)
    {
        var text = query.Text ?? "";
        var words = FrenchAnalysis.Words(string.Join(' ', FoldedText.Words(text))).Take(MaxWords).ToList();
        var isLastOpen = text.Length > 0 && char.IsLetterOrDigit(text[^1]);
        var (needed, liked) = (new List<Query>(), new List<Query>());
        var (corrections, unknown) = (new List<SpellingCorrection>(), new List<string>());
        foreach (var (place, (word, stem)) in words.Index())
        {
            var isKnown = known.Contains(stem);
            var begun = isLastOpen && place == words.Count - 1 && word.Length >= ShortestBeginning && (query.IsBeingTyped || !isKnown)
                ? known.BeginningWith(word, MaxBeginnings)
                : [];
            if (isKnown)
            {
                needed.Add(begun.Count == 0 ? OneOf([stem]) : OneOf([stem, .. begun.Where(other => other != stem)]));
                if (word != stem && known.Contains(word))
                {
                    liked.Add(Counting(OneOf([word]), OfTheVeryWord));
                }
            }
            else if (begun.Count > 0)
            {
                needed.Add(Counting(OneOf(begun), OfAnotherWord));
            }
            else if (known.Nearest(word, MaxCorrections) is { Count: > 0 } nearest)
            {
                needed.Add(Counting(OneOf(nearest), OfAnotherWord));
                corrections.Add(new SpellingCorrection(word, nearest));
            }
            else
            {
                unknown.Add(word);
            }
        }

        return new WordsQuery(needed, liked, corrections, unknown);
    }

    /// <param name="least">How many of the words must be there.</param>
    public Query ToQuery(int least)
    {
        if (Needed.Count == 0)
        {
            return new ConstantScoreQuery(new MatchAllDocsQuery());
        }

        var all = new BooleanQuery { MinimumNumberShouldMatch = least < Needed.Count ? least : 0 };
        foreach (var word in Needed)
        {
            all.Add(word, least < Needed.Count ? Occur.SHOULD : Occur.MUST);
        }

        foreach (var word in least < Needed.Count ? [] : Liked)
        {
            all.Add(word, Occur.SHOULD);
        }

        return all;
    }

    private static Query OneOf(IReadOnlyList<string> words)
    {
        var any = new DisjunctionMaxQuery(0);
        foreach (var word in words)
        {
            any.Add(new TermQuery(new Term(IndexedDocument.Text, word)));
        }

        return words.Count == 1 ? any.Disjuncts[0] : any;
    }

    private static Query Counting(Query query, float boost)
    {
        query.Boost = boost;
        return query;
    }
}
