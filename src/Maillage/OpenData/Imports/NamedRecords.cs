using System.Text.Json;
using System.Xml;

namespace Maillage.OpenData.Imports;

/// <summary>Records whose values have names of their own: JSON objects, what is drawn from XML. The first ones tell the header.</summary>
internal sealed class NamedRecords : Records
{
    /// <summary>Objects leave out what they do not have: as many are read before the columns are said to be known.</summary>
    private const int Looked = 200;

    private readonly SourceFile _file;
    private readonly IEnumerator<IReadOnlyDictionary<string, string>> _source;
    private readonly Queue<IReadOnlyDictionary<string, string>> _looked = [];
    private IReadOnlyDictionary<string, string>? _current;

    public NamedRecords(SourceFile file, IEnumerable<IReadOnlyDictionary<string, string>> source)
    {
        _file = file;
        _source = source.GetEnumerator();
        while (_looked.Count < Looked && Next() is { } record)
        {
            _looked.Enqueue(record);
        }

        if (_looked.Count > 0)
        {
            Header = [.. _looked.SelectMany(record => record.Keys).Distinct(StringComparer.Ordinal)];
        }
        else
        {
            Fault ??= ProblemList.At(DataProblems.FileEmpty, file.Name, null, null, null);
        }
    }

    public override bool Read()
    {
        _current = _looked.TryDequeue(out var looked) ? looked : Fault is null ? Next() : null;
        Line++;
        return _current is not null;
    }

    public override string Cell(int place) => _current!.GetValueOrDefault(Header![place], "");

    public override void Dispose() => _source.Dispose();

    private IReadOnlyDictionary<string, string>? Next()
    {
        try
        {
            return _source.MoveNext() ? _source.Current : null;
        }
        catch (Exception fault) when (fault is JsonException or XmlException or InvalidOperationException or InvalidDataException)
        {
            // Half of a pair of UTF-16 escaped in JSON is an InvalidOperationException of the reader.
            Fault = ImportProblems.BrokenFile(_file.Name, Line + _looked.Count + 1);
            return null;
        }
    }
}

/// <summary>Records of a JSON array of objects; what a value holds of arrays and objects stays JSON.</summary>
internal static class JsonRecords
{
    public static NamedRecords Of(SourceFile file) => new(file, Objects(file));

    private static IEnumerable<IReadOnlyDictionary<string, string>> Objects(SourceFile file)
    {
        using var stream = file.Open();
        foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, JsonSerializerOptions.Default).ToBlockingEnumerable())
        {
            yield return element.ValueKind == JsonValueKind.Object
                ? Values(element)
                : throw new JsonException("Not an array of objects.");
        }
    }

    private static Dictionary<string, string> Values(JsonElement element)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            values[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.String => property.Value.GetString()!,
                _ => property.Value.GetRawText(),
            };
        }

        return values;
    }
}
