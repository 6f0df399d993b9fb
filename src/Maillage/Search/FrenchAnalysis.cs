using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Maillage.Search;

/// <summary>
/// French text as words to look for: elisions cut, accents folded, empty words left out. The index holds each word and its
/// stem, so that plurals and feminines meet and the very word still counts more.
/// </summary>
internal static class FrenchAnalysis
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly SynonymMap Synonyms = FieldSynonyms.Map();
    private static readonly Analyzer Asked = Analyzer.NewAnonymous((_, reader) =>
    {
        var tokens = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(tokens, Folded(tokens));
    });
    private static readonly Analyzer Stemmed = Analyzer.NewAnonymous((_, reader) =>
    {
        var tokens = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(tokens, new FrenchLightStemFilter(Folded(tokens)));
    });

    /// <summary>For the index: synonyms are added there, once, and not at each search.</summary>
    public static Analyzer ForIndex() => Analyzer.NewAnonymous((_, reader) =>
    {
        var tokens = new StandardTokenizer(Version, reader);
        TokenStream stream = new SynonymFilter(Folded(tokens), Synonyms, ignoreCase: false);
        stream = new FrenchLightStemFilter(new KeywordRepeatFilter(stream));
        return new TokenStreamComponents(tokens, new RemoveDuplicatesTokenFilter(stream));
    });

    /// <summary>The words of a text, each with its stem, in order.</summary>
    public static IReadOnlyList<(string Word, string Stem)> Words(string text) => [.. Read(Asked, text).Zip(Read(Stemmed, text))];

    /// <summary>The words that an analysis makes of a text.</summary>
    public static List<string> Read(Analyzer analyzer, string text)
    {
        var words = new List<string>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(term.ToString());
        }

        stream.End();
        return words;
    }

    private static ASCIIFoldingFilter Folded(TokenStream tokens)
    {
        TokenStream stream = new ElisionFilter(tokens, FrenchAnalyzer.DEFAULT_ARTICLES);
        stream = new LowerCaseFilter(Version, stream);
        stream = new StopFilter(Version, stream, FrenchAnalyzer.DefaultStopSet);
        return new ASCIIFoldingFilter(stream);
    }
}
