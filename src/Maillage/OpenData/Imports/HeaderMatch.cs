using Maillage.Shared;

namespace Maillage.OpenData.Imports;

/// <summary>Where the columns of a data set stand in a header, whatever case, accents, spaces and signs its names bear.</summary>
internal sealed class HeaderMatch
{
    private HeaderMatch(DataSet dataSet, int[] places, IReadOnlyList<string> missing, bool hasOthers)
    {
        (Places, Missing) = (places, missing);
        Found = places.Count(place => place >= 0);
        IsWhole = missing.Count == 0 && !(dataSet.HasNoOtherColumn && hasOthers);
    }

    /// <summary>Place of each declared column, in their order; -1 for one that is absent.</summary>
    public int[] Places { get; }

    /// <summary>Names of the columns without which the file is another.</summary>
    public IReadOnlyList<string> Missing { get; }

    public int Found { get; }

    /// <summary>Whether the file can be one of the data set.</summary>
    public bool IsWhole { get; }

    public static HeaderMatch Of(DataSet dataSet, IReadOnlyList<string> header)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < header.Count; place++)
        {
            // A name that comes again adds nothing: the first column is the one.
            if (Folded(header[place]) is { Length: > 0 } name)
            {
                places.TryAdd(name, place);
            }
        }

        int[] found = [.. dataSet.Columns.Select(column => NamesOf(column).Select(name => places.GetValueOrDefault(Folded(name), -1)).FirstOrDefault(place => place >= 0, -1))];
        var missing = dataSet.Columns.Where((column, index) => found[index] < 0 && !column.IsAbsentAllowed).Select(column => column.Name).ToList();
        return new HeaderMatch(dataSet, found, missing, places.Values.Except(found).Any());
    }

    private static IEnumerable<string> NamesOf(Column column) => column.Aliases.Prepend(column.Name);

    /// <summary>Letters and digits alone, without accents or capitals.</summary>
    private static string Folded(string name) => string.Concat(FoldedText.Of(name).Where(char.IsLetterOrDigit));
}
