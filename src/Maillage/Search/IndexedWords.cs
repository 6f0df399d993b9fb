using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Maillage.Search;

/// <summary>Texts as the words that the index holds; kept while it is written, since titles and places come again and again.</summary>
internal sealed class IndexedWords : IDisposable
{
    private const int MostKept = 50_000;

    private readonly Analyzer _analyzer = FrenchAnalysis.ForIndex();
    private readonly Dictionary<string, IReadOnlyList<string>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _stems = new(StringComparer.Ordinal);

    /// <summary>Words, stems and synonyms of several texts.</summary>
    public TokenStream Words(IEnumerable<string> texts) =>
        new KnownWords(texts.SelectMany(text => Kept(_words, text, one => FrenchAnalysis.Read(_analyzer, one))));

    /// <summary>The stems of a text alone.</summary>
    public TokenStream Stems(string text) =>
        new KnownWords(Kept(_stems, text, one => [.. FrenchAnalysis.Words(one).Select(word => word.Stem)]));

    public void Dispose() => _analyzer.Dispose();

    private static IReadOnlyList<string> Kept(Dictionary<string, IReadOnlyList<string>> known, string text, Func<string, IReadOnlyList<string>> read)
    {
        if (known.TryGetValue(text, out var words))
        {
            return words;
        }

        if (known.Count == MostKept)
        {
            known.Clear();
        }

        return known[text] = read(text);
    }

    private sealed class KnownWords : TokenStream
    {
        private readonly IEnumerator<string> _words;
        private readonly ICharTermAttribute _term;

        public KnownWords(IEnumerable<string> words)
        {
            _words = words.GetEnumerator();
            _term = AddAttribute<ICharTermAttribute>();
        }

        public override bool IncrementToken()
        {
            if (!_words.MoveNext())
            {
                return false;
            }

            ClearAttributes();
            _term.SetEmpty().Append(_words.Current);
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _words.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
