using System.Data.Common;
using Maillage.Shared;

namespace Maillage.Data;

/// <summary>The row that a <see cref="TableReader"/> is on: values by the name of their column, written as the model writes them.</summary>
public sealed class TableRow
{
    private readonly DbDataReader _reader;
    private readonly Dictionary<string, int> _ordinals;

    internal TableRow(DbDataReader reader)
    {
        _reader = reader;
        _ordinals = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, ordinal => ordinal, StringComparer.Ordinal);
    }

    public string Text(string column) => _reader.GetString(_ordinals[column]);

    public string? OptionalText(string column) => IsNull(column) ? null : Text(column);

    public int Whole(string column) => _reader.GetInt32(_ordinals[column]);

    public int? OptionalWhole(string column) => IsNull(column) ? null : Whole(column);

    public double? OptionalReal(string column) => IsNull(column) ? null : _reader.GetDouble(_ordinals[column]);

    public bool Flag(string column) => _reader.GetBoolean(_ordinals[column]);

    public Guid Id(string column) => _reader.GetGuid(_ordinals[column]);

    public Guid? OptionalId(string column) => IsNull(column) ? null : Id(column);

    public DateOnly? OptionalDay(string column) => IsNull(column) ? null : _reader.GetFieldValue<DateOnly>(_ordinals[column]);

    /// <summary>UTC instant.</summary>
    public DateTime Instant(string column) => DateTime.SpecifyKind(_reader.GetDateTime(_ordinals[column]), DateTimeKind.Utc);

    public PartialDate Date(string column) => PartialDate.Parse(Text(column));

    public PartialDate? OptionalDate(string column) => IsNull(column) ? null : Date(column);

    public InseeCode? OptionalInsee(string column) => IsNull(column) ? null : InseeCode.Parse(Text(column));

    public Uai? OptionalUai(string column) => IsNull(column) ? null : Uai.Parse(Text(column));

    public T Code<T>(string column) where T : struct, Enum =>
        EnumCode.TryParse<T>(Text(column), out var value) ? value : throw new FormatException($"'{Text(column)}' is no {typeof(T).Name}.");

    public T? OptionalCode<T>(string column) where T : struct, Enum => IsNull(column) ? null : Code<T>(column);

    /// <summary>Codes kept in one column with <c>|</c> between them.</summary>
    public List<string> Codes(string column) => [.. Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A text in both languages, in two columns that begin with this name.</summary>
    public LocalizedText Localized(string column) => new(Text(column + "_fr"), OptionalText(column + "_en"));

    public LocalizedText? OptionalLocalized(string column) => IsNull(column + "_fr") ? null : Localized(column);

    public Provenance Provenance() =>
        new(Text("provenance_source"), OptionalDate("provenance_as_of"), Code<Confidence>("provenance_confidence"));

    private bool IsNull(string column) => _reader.IsDBNull(_ordinals[column]);
}
