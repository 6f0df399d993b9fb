using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Maillage.Search;

/// <summary>
/// A document as the index holds it: one row for each of its places, one after the other, so that what is counted and shown
/// is the document and not its places.
/// </summary>
internal static class IndexedDocument
{
    public const string Key = "key";
    public const string Digest = "digest";
    public const string Text = "text";
    public const string Type = "type";
    public const string Id = "id";
    public const string Title = "title";
    public const string Subtitle = "subtitle";
    public const string Place = "place";
    public const string Facets = "facets";
    public const string Weight = "weight";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";

    /// <summary>A word of the title counts as much as one that is written so many times.</summary>
    private const int TitleTimes = 3;
    private const double Precision = 1e6;
    private const char Between = '=';

    // Neither positions nor offsets: no phrase is looked for, and the index is a third smaller.
    private static readonly FieldType Words = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS });
    private static readonly FieldType Exactly = Frozen(new FieldType { IsIndexed = true, IsTokenized = false, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });

    public static double Degrees(long stored) => stored / Precision;

    public static FacetValue FacetOf(string term)
    {
        var place = term.IndexOf(Between, StringComparison.Ordinal);
        return new FacetValue(term[..place], term[(place + 1)..]);
    }

    public static IEnumerable<Document> Rows(SearchDocument document, long digest, IndexedWords indexed)
    {
        IReadOnlyList<string> whole = [.. Enumerable.Repeat(document.Title, TitleTimes), document.Subtitle ?? "", string.Join(' ', document.Words)];
        return document.Places.Count == 0
            ? [Row(document, digest, indexed.Stream(whole), null)]
            : document.Places.Select(place => Row(document, digest, indexed.Stream([.. whole, place.Name, string.Join(' ', place.Words)]), place));
    }

    /// <summary>A number that changes with whatever is said of the document.</summary>
    public static long DigestOf(SearchDocument document)
    {
        IEnumerable<string?> said =
        [
            document.Title, document.Subtitle, $"{document.Weight} {document.Place}", .. document.Words, .. document.Facets.Select(Term),
            .. document.Places.SelectMany(place => (IEnumerable<string>)[place.Name, $"{place.Point}", .. place.Words, .. place.Facets.Select(Term)]),
        ];
        var text = string.Join('\0', said);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static Document Row(SearchDocument document, long digest, TokenStream words, SearchPlace? place)
    {
        var row = new Document
        {
            new Field(Key, document.Key, Exactly),
            new SortedDocValuesField(Key, new BytesRef(document.Key)),
            new NumericDocValuesField(Digest, digest),
            new NumericDocValuesField(Weight, document.Weight),
            new StoredField(Type, document.Type),
            new StoredField(Id, document.Id),
            new StoredField(Title, document.Title),
            new Field(Text, words, Words),
        };
        AddStored(row, Subtitle, document.Subtitle);
        AddStored(row, Place, place?.Name);
        if ((place is null ? document.Place : place.Point) is { } point)
        {
            row.Add(new NumericDocValuesField(Latitude, (long)Math.Round(point.Latitude * Precision)));
            row.Add(new NumericDocValuesField(Longitude, (long)Math.Round(point.Longitude * Precision)));
        }

        foreach (var facet in document.Facets.Concat(place?.Facets ?? []).Append((SearchQuery.TypeFacet, document.Type)).Distinct())
        {
            row.Add(new SortedSetDocValuesField(Facets, new BytesRef(Term(facet))));
        }

        return row;
    }

    private static void AddStored(Document row, string field, string? text)
    {
        if (text is not null)
        {
            row.Add(new StoredField(field, text));
        }
    }

    private static string Term((string Facet, string Value) facet) => facet.Facet + Between + facet.Value;

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
