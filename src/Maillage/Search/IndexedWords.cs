using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Maillage.Search;

/// <summary>Texts as the words that the index holds; kept while it is written, since titles and places come again and again.</summary>
internal sealed class IndexedWords : IDisposable
{
    private const int MostKept = 50_000;

    private readonly Analyzer _analyzer = FrenchAnalysis.ForIndex();
    private readonly Dictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);

    public TokenStream Stream(IEnumerable<string> texts) => new KnownWords(texts.SelectMany(Of));

    public void Dispose() => _analyzer.Dispose();

    private IReadOnlyList<string> Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_known.Count == MostKept)
        {
            _known.Clear();
        }

        return _known[text] = FrenchAnalysis.Read(_analyzer, text);
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
