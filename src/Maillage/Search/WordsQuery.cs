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

    private const double TellingShare = 0.9;
    private const float OfTheVeryWord = 0.5f;
    private const float OfAnotherWord = 0.6f;
    private const float OfAWordAround = 0.2f;

    public static WordsQuery Of(SearchQuery query, WordList known)
    {
        var text = query.Text ?? "";
        var words = FrenchAnalysis.Words(string.Join(' ', FoldedText.Words(text))).Take(MaxWords).ToList();
        var isLastOpen = text.Length > 0 && char.IsLetterOrDigit(text[^1]);
        var (needed, liked) = (new List<Query>(), new List<Query>());
        var (corrections, unknown) = (new List<SpellingCorrection>(), new List<string>());
        var saysWhat = words.Any(word => !WordsAround.All.Contains(word.Word));
        foreach (var (place, (word, stem)) in words.Index())
        {
            var isLast = isLastOpen && place == words.Count - 1 && word.Length >= ShortestBeginning;
            var isKnown = known.Rows(stem) > 0;
            var begun = isLast && (query.IsBeingTyped || !isKnown) ? known.BeginningWith(word, MaxBeginnings) : [];
            if (saysWhat && WordsAround.All.Contains(word))
            {
                liked.AddRange(isKnown ? [Counting(OneOf(IndexedDocument.Text, [stem]), OfAWordAround)] : []);
            }
            else if (isKnown)
            {
                Look([stem, .. begun.Where(other => other != stem)], 1);
                // Where nearly all the rows that hold the stem hold the word, the word tells nothing more.
                if (word != stem && known.Rows(word) is > 0 and var rows && rows < known.Rows(stem) * TellingShare)
                {
                    liked.Add(Counting(OneOf(IndexedDocument.Text, [word]), OfTheVeryWord));
                }
            }
            else if (begun.Count > 0)
            {
                Look(begun, OfAnotherWord);
            }
            else if (known.Nearest(word, MaxCorrections) is { Count: > 0 } nearest)
            {
                Look(nearest, OfAnotherWord);
                corrections.Add(new SpellingCorrection(word, nearest));
            }
            else
            {
                unknown.Add(word);
            }
        }

        return new WordsQuery(needed, liked, corrections, unknown);

        void Look(IReadOnlyList<string> any, float boost)
        {
            needed.Add(Counting(OneOf(IndexedDocument.Text, any), boost));
            liked.Add(Counting(OneOf(IndexedDocument.Title, any), boost));
        }
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

        foreach (var word in Liked)
        {
            all.Add(word, Occur.SHOULD);
        }

        return all;
    }

    private static Query OneOf(string field, IReadOnlyList<string> words)
    {
        var any = new DisjunctionMaxQuery(0);
        foreach (var word in words)
        {
            any.Add(new TermQuery(new Term(field, word)));
        }

        return words.Count == 1 ? any.Disjuncts[0] : any;
    }

    private static Query Counting(Query query, float boost)
    {
        query.Boost = boost;
        return query;
    }
}
