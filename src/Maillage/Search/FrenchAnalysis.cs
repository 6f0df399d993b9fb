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
/// French text as words to look for: elisions cut, accents folded, empty words left out; and, in the fields that say so,
/// reduced to their stem, so that plurals and feminines meet.
/// </summary>
internal static class FrenchAnalysis
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Ending of the fields that hold stems.</summary>
    public const string Stems = ".stems";

    private static readonly SynonymMap Synonyms = FieldSynonyms.Map();

    /// <summary>For the index: synonyms are added there, once, and not at each search.</summary>
    public static Analyzer ForIndex() => new PerField(withSynonyms: true);

    private static readonly Analyzer Asked = new PerField(withSynonyms: false);

    /// <summary>The words of a text as a field holds them, in order.</summary>
    public static IReadOnlyList<string> Words(string text, bool stems)
    {
        var words = new List<string>();
        using var stream = Asked.GetTokenStream(stems ? Stems : "", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(term.ToString());
        }

        stream.End();
        return words;
    }

    /// <summary>Without stems: what synonyms are written from.</summary>
    internal static TokenStream Folded(TokenStream tokens)
    {
        TokenStream stream = new ElisionFilter(tokens, FrenchAnalyzer.DEFAULT_ARTICLES);
        stream = new LowerCaseFilter(Version, stream);
        stream = new StopFilter(Version, stream, FrenchAnalyzer.DefaultStopSet);
        return new ASCIIFoldingFilter(stream);
    }

    private sealed class PerField(bool withSynonyms) : Analyzer(PER_FIELD_REUSE_STRATEGY)
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var tokens = new StandardTokenizer(Version, reader);
            var stream = Folded(tokens);
            if (withSynonyms)
            {
                stream = new SynonymFilter(stream, Synonyms, ignoreCase: false);
            }

            return new TokenStreamComponents(tokens, fieldName.EndsWith(Stems, StringComparison.Ordinal) ? new FrenchLightStemFilter(stream) : stream);
        }
    }
}
