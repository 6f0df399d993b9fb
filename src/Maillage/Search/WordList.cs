using Lucene.Net.Index;

namespace Maillage.Search;

/// <summary>
/// Every word that the index holds, with how many rows hold it. Slips and beginnings are looked for here, among some tens of
/// thousands of words, and not by an automaton over the index.
/// </summary>
internal sealed class WordList
{
    private const int ShortestWithASlip = 4;
    private const int ShortestWithTwoSlips = 8;
    private const int LongestWord = 40;

    private readonly string[] _words;
    private readonly int[] _rows;

    /// <summary>By length, the places of the words.</summary>
    private readonly ILookup<int, int> _byLength;

    public WordList(IndexReader reader)
    {
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            var terms = leaf.AtomicReader.GetTerms(IndexedDocument.Text)?.GetEnumerator();
            while (terms is not null && terms.MoveNext())
            {
                var word = terms.Term.Utf8ToString();
                rows[word] = rows.GetValueOrDefault(word) + terms.DocFreq;
            }
        }

        _words = [.. rows.Keys];
        _rows = [.. rows.Values];
        _byLength = Enumerable.Range(0, _words.Length).Where(place => IsWritten(_words[place])).ToLookup(place => _words[place].Length);
    }

    /// <summary>How many rows hold a word.</summary>
    public int Rows(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) is >= 0 and var place ? _rows[place] : 0;

    /// <summary>The most frequent of the words that begin so.</summary>
    public IReadOnlyList<string> BeginningWith(string beginning, int count)
    {
        var first = Array.BinarySearch(_words, beginning, StringComparer.Ordinal);
        first = first < 0 ? ~first : first;
        var last = first;
        while (last < _words.Length && _words[last].StartsWith(beginning, StringComparison.Ordinal))
        {
            last++;
        }

        return [.. Enumerable.Range(first, last - first).OrderByDescending(place => _rows[place]).Take(count).Select(place => _words[place])];
    }

    /// <summary>Those that a slip or two make of what was typed: only the nearest, the most frequent first.</summary>
    public IReadOnlyList<string> Nearest(string typed, int count)
    {
        if (typed.Length is < ShortestWithASlip or > LongestWord || !IsWritten(typed))
        {
            return [];
        }

        var most = typed.Length >= ShortestWithTwoSlips ? 2 : 1;
        var distance = new SlipDistance(typed);
        var nearest = new List<int>();
        for (var length = typed.Length - most; length <= typed.Length + most; length++)
        {
            foreach (var place in _byLength[length])
            {
                var slips = distance.To(_words[place], most);
                if (slips < most)
                {
                    most = slips;
                    nearest.Clear();
                }

                if (slips <= most)
                {
                    nearest.Add(place);
                }
            }
        }

        return [.. nearest.OrderByDescending(place => _rows[place]).Take(count).Select(place => _words[place])];
    }

    /// <summary>Codes are not misspelt words: one digit more makes another code.</summary>
    private static bool IsWritten(string word) => word.All(char.IsLetter);
}
