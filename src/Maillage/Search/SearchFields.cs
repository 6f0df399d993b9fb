using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace Maillage.Search;

/// <summary>The fields of the index, and how a document becomes them.</summary>
internal static class SearchFields
{
    public const string Type = "type";
    public const string Id = "id";
    public const string Title = "title";
    public const string Subtitle = "subtitle";
    public const string Words = "words";
    public const string Facets = "facets";
    public const string Weight = "weight";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";

    private const char Between = '=';
    private const double Precision = 1e6;

    public static double Degrees(long stored) => stored / Precision;

    public static string FacetTerm(string facet, string value) => facet + Between + value;

    public static (string Facet, string Value) FacetOf(string term)
    {
        var place = term.IndexOf(Between, StringComparison.Ordinal);
        return (term[..place], term[(place + 1)..]);
    }

    public static Document Of(SearchDocument document)
    {
        var words = string.Join(' ', [document.Title, document.Subtitle ?? "", .. document.Words]);
        var fields = new Document
        {
            new StringField(Type, document.Type, Field.Store.YES),
            new SortedDocValuesField(Type, new BytesRef(document.Type)),
            new StringField(Id, document.Id, Field.Store.YES),
            new TextField(Title, document.Title, Field.Store.YES),
            new TextField(Title + FrenchAnalysis.Stems, document.Title, Field.Store.NO),
            new TextField(Words, words, Field.Store.NO),
            new TextField(Words + FrenchAnalysis.Stems, words, Field.Store.NO),
            new NumericDocValuesField(Weight, document.Weight),
        };
        if (document.Subtitle is { } subtitle)
        {
            fields.Add(new StoredField(Subtitle, subtitle));
        }

        if (document.Place is { } place)
        {
            fields.Add(new NumericDocValuesField(Latitude, (long)Math.Round(place.Latitude * Precision)));
            fields.Add(new NumericDocValuesField(Longitude, (long)Math.Round(place.Longitude * Precision)));
        }

        foreach (var (facet, value) in document.Facets.Distinct())
        {
            fields.Add(new StringField(Facets, FacetTerm(facet, value), Field.Store.NO));
            fields.Add(new SortedSetDocValuesField(Facets, new BytesRef(FacetTerm(facet, value))));
        }

        return fields;
    }
}
