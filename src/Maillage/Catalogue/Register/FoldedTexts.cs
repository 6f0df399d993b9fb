namespace Maillage.Catalogue.Register;

/// <summary>
/// Many short folded texts as one long one: where a word occurs is found by one pass over memory, instead of one call for
/// each text.
/// </summary>
internal sealed class FoldedTexts
{
    // No word holds it.
    private const char End = '\n';

    private readonly string _all;
    private readonly int[] _starts;

    public FoldedTexts(IReadOnlyList<string> texts)
    {
        _starts = new int[texts.Count + 1];
        for (var number = 0; number < texts.Count; number++)
        {
            _starts[number + 1] = _starts[number] + texts[number].Length + 1;
        }

        _all = string.Concat(texts.Select(text => text + End));
    }

    /// <summary>Which of the words each text holds: one bit a word.</summary>
    public ulong[] WordsIn(IReadOnlyList<string> words)
    {
        var found = new ulong[_starts.Length - 1];
        for (var word = 0; word < words.Count; word++)
        {
            for (var at = _all.IndexOf(words[word], StringComparison.Ordinal); at >= 0;)
            {
                var number = Array.BinarySearch(_starts, at);
                number = number >= 0 ? number : ~number - 1;
                found[number] |= 1UL << word;
                at = _all.IndexOf(words[word], _starts[number + 1], StringComparison.Ordinal);
            }
        }

        return found;
    }
}
