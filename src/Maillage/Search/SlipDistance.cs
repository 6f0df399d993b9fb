namespace Maillage.Search;

/// <summary>
/// How many slips lead from one word to another: a letter forgotten, added, replaced, or exchanged with its neighbour
/// (Damerau-Levenshtein, each place touched once).
/// </summary>
internal sealed class SlipDistance(string from)
{
    private int[] _beforeLast = new int[from.Length + 1];
    private int[] _last = new int[from.Length + 1];
    private int[] _row = new int[from.Length + 1];

    /// <returns>The distance, or more than <paramref name="most"/> when it is greater.</returns>
    public int To(string to, int most)
    {
        for (var column = 0; column <= from.Length; column++)
        {
            _row[column] = column;
        }

        for (var line = 1; line <= to.Length; line++)
        {
            (_beforeLast, _last, _row) = (_last, _row, _beforeLast);
            _row[0] = line;
            var least = line;
            for (var column = 1; column <= from.Length; column++)
            {
                var replaced = _last[column - 1] + (from[column - 1] == to[line - 1] ? 0 : 1);
                var slips = Math.Min(replaced, Math.Min(_last[column], _row[column - 1]) + 1);
                if (line > 1 && column > 1 && from[column - 1] == to[line - 2] && from[column - 2] == to[line - 1])
                {
                    slips = Math.Min(slips, _beforeLast[column - 2] + 1);
                }

                _row[column] = slips;
                least = Math.Min(least, slips);
            }

            if (least > most)
            {
                return least;
            }
        }

        return _row[from.Length];
    }
}
