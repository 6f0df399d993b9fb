using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Maillage.Search;

/// <summary>
/// What a search reads of each row of a part of the index, as arrays: to which document it belongs, where it is, its values.
/// A part never changes, so that this is read once, when it appears.
/// </summary>
internal sealed class SegmentColumns
{
    public SegmentColumns(AtomicReader reader, FacetValues facets)
    {
        var rows = reader.MaxDoc;
        Document = new int[rows];
        Weight = new byte[rows];
        Latitude = new float[rows];
        Longitude = new float[rows];
        RowsOf = ReadDocuments(reader);
        ReadNumbers(reader);
        (OfDocument, OfRow) = ReadFacets(reader, facets);
    }

    /// <summary>Number, within the part, of the document to which each row belongs.</summary>
    public int[] Document { get; }

    /// <summary>How many rows each document has.</summary>
    public int[] RowsOf { get; }

    public byte[] Weight { get; }

    /// <summary>Not a number where the place is unknown.</summary>
    public float[] Latitude { get; }

    public float[] Longitude { get; }

    /// <summary>The values that hold for every row of a document, by document.</summary>
    public NumberLists OfDocument { get; }

    /// <summary>The others, by row.</summary>
    public NumberLists OfRow { get; }

    private int[] ReadDocuments(AtomicReader reader)
    {
        var keys = reader.GetSortedDocValues(IndexedDocument.Key);
        var rowsOf = new List<int>();
        var former = -1;
        for (var row = 0; row < Document.Length; row++)
        {
            var key = keys.GetOrd(row);
            if (key != former)
            {
                rowsOf.Add(0);
                former = key;
            }

            Document[row] = rowsOf.Count - 1;
            rowsOf[^1]++;
        }

        return [.. rowsOf];
    }

    private void ReadNumbers(AtomicReader reader)
    {
        var weights = reader.GetNumericDocValues(IndexedDocument.Weight);
        var latitudes = reader.GetNumericDocValues(IndexedDocument.Latitude);
        var longitudes = reader.GetNumericDocValues(IndexedDocument.Longitude);
        var placed = reader.GetDocsWithField(IndexedDocument.Latitude);
        for (var row = 0; row < Document.Length; row++)
        {
            Weight[row] = (byte)weights.Get(row);
            var isPlaced = latitudes is not null && placed.Get(row);
            Latitude[row] = isPlaced ? (float)IndexedDocument.Degrees(latitudes!.Get(row)) : float.NaN;
            Longitude[row] = isPlaced ? (float)IndexedDocument.Degrees(longitudes.Get(row)) : float.NaN;
        }
    }

    private (NumberLists OfDocument, NumberLists OfRow) ReadFacets(AtomicReader reader, FacetValues facets)
    {
        var values = reader.GetSortedSetDocValues(IndexedDocument.Facets);
        var numbers = new int[values.ValueCount];
        var term = new BytesRef();
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            values.LookupOrd(ordinal, term);
            numbers[ordinal] = facets.NumberOf(IndexedDocument.FacetOf(term.Utf8ToString()));
        }

        var (ofDocument, ofRow) = (new NumberLists(), new NumberLists());
        var row = 0;
        foreach (var rows in RowsOf)
        {
            var each = Enumerable.Range(row, rows).Select(one => NumbersOf(values, one, numbers)).ToList();
            var common = each.Aggregate((left, right) => left.FindAll(right.Contains));
            ofDocument.Add(common);
            foreach (var one in each)
            {
                ofRow.Add(one.FindAll(number => !common.Contains(number)));
            }

            row += rows;
        }

        return (ofDocument, ofRow);
    }

    private static List<int> NumbersOf(SortedSetDocValues values, int row, int[] numbers)
    {
        var read = new List<int>();
        values.SetDocument(row);
        for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
        {
            read.Add(numbers[ordinal]);
        }

        return read;
    }
}

/// <summary>Many short lists of numbers, one after the other.</summary>
internal sealed class NumberLists
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _numbers = [];

    public ReadOnlySpan<int> this[int list] => CollectionsMarshal.AsSpan(_numbers)[_starts[list].._starts[list + 1]];

    public void Add(List<int> numbers)
    {
        _numbers.AddRange(numbers);
        _starts.Add(_numbers.Count);
    }
}
