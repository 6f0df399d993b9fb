using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Maillage.Shared;

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
        IReadOnlyList<string> whole = [document.Title, document.Subtitle ?? "", string.Join(' ', document.Words)];
        return document.Places.Count == 0
            ? [Row(document, digest, whole, null, indexed)]
            : document.Places.Select(place => Row(document, digest, [.. whole, place.Name, string.Join(' ', place.Words)], place, indexed));
    }

    /// <summary>A number that changes with whatever is said of the document.</summary>
    public static long DigestOf(SearchDocument document)
    {
        var said = new ArrayBufferWriter<byte>();
        void Add(string? text)
        {
            said.Write(MemoryMarshal.AsBytes(text.AsSpan()));
            said.Write<byte>([0, 0]);
        }

        void AddAll(GeoPoint? point, IReadOnlyList<string> words, IReadOnlyList<(string Facet, string Value)> facets)
        {
            said.Write(MemoryMarshal.AsBytes<int>([words.Count, facets.Count]));
            said.Write(MemoryMarshal.AsBytes<double>([point?.Latitude ?? double.NaN, point?.Longitude ?? double.NaN]));
            foreach (var word in words)
            {
                Add(word);
            }

            foreach (var (facet, value) in facets)
            {
                Add(facet);
                Add(value);
            }
        }

        Add(document.Title);
        Add(document.Subtitle);
        said.Write<byte>([(byte)document.Weight]);
        AddAll(document.Place, document.Words, document.Facets);
        foreach (var place in document.Places)
        {
            Add(place.Name);
            AddAll(place.Point, place.Words, place.Facets);
        }

        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(said.WrittenSpan));
    }

    private static Document Row(SearchDocument document, long digest, IReadOnlyList<string> texts, SearchPlace? place, IndexedWords indexed)
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
            new Field(Title, indexed.Stems(document.Title), Words),
            new Field(Text, indexed.Words(texts), Words),
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
