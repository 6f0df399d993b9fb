using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Maillage.Data.Backup;

/// <summary>One value between a database and JSON, the same on every engine.</summary>
internal static class NeutralValue
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static void Write(Utf8JsonWriter json, DbDataReader row, int ordinal, ColumnKind kind)
    {
        if (row.IsDBNull(ordinal))
        {
            json.WriteNullValue();
            return;
        }

        switch (kind)
        {
            case ColumnKind.Text:
                json.WriteStringValue(row.GetString(ordinal));
                break;
            case ColumnKind.Uuid:
                json.WriteStringValue(row.GetGuid(ordinal));
                break;
            case ColumnKind.Instant:
                json.WriteStringValue(row.GetDateTime(ordinal).ToString(InstantFormat, CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Date:
                json.WriteStringValue(row.GetFieldValue<DateOnly>(ordinal).ToString("O", CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Whole:
                json.WriteNumberValue(row.GetInt64(ordinal));
                break;
            case ColumnKind.Real:
                WriteReal(json, row.GetDouble(ordinal));
                break;
            case ColumnKind.Boolean:
                json.WriteBooleanValue(row.GetBoolean(ordinal));
                break;
            case ColumnKind.Bytes:
                json.WriteBase64StringValue(row.GetFieldValue<byte[]>(ordinal));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    /// <exception cref="FormatException">The text is no value of that kind.</exception>
    /// <exception cref="InvalidOperationException">The JSON value is of another nature.</exception>
    public static object? Read(ref Utf8JsonReader json, ColumnKind kind) => json.TokenType == JsonTokenType.Null
        ? null
        : kind switch
        {
            ColumnKind.Text => json.GetString()!,
            ColumnKind.Uuid => json.GetGuid(),
            ColumnKind.Instant => DateTime.ParseExact(
                json.GetString()!, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            ColumnKind.Date => DateOnly.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture),
            ColumnKind.Whole => json.GetInt64(),
            ColumnKind.Real => json.TokenType == JsonTokenType.String
                ? double.Parse(json.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
                : json.GetDouble(),
            ColumnKind.Boolean => json.GetBoolean(),
            ColumnKind.Bytes => json.GetBytesFromBase64(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    // JSON has no number for infinity and the like: they travel as text.
    private static void WriteReal(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
