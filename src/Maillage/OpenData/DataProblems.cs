namespace Maillage.OpenData;

/// <summary>
/// What may be wrong in a data file. Arguments always come in the order file, line, column, value, then what the code adds;
/// one that does not apply is null.
/// </summary>
public static class DataProblems
{
    public const string FileMissing = "data.file.missing";

    public const string FileEmpty = "data.file.empty";

    /// <summary>The column is the position of the character in its line; the value is the bytes, in hexadecimal.</summary>
    public const string FileNotUtf8 = "data.file.not_utf8";

    public const string ColumnMissing = "data.column.missing";

    public const string ColumnRepeated = "data.column.repeated";

    public const string ColumnUnknown = "data.column.unknown";

    /// <summary>Adds the number of fields expected; the value is the number found.</summary>
    public const string RowFieldCount = "data.row.field_count";

    /// <summary>A quote that is never closed, or text after the one that closes.</summary>
    public const string RowBrokenQuote = "data.row.broken_quote";

    /// <summary>A row too long to be one: a quote is likely never closed.</summary>
    public const string RowTooLong = "data.row.too_long";

    /// <summary>The key of a row that left the file and that other rows still need. Adds the table of those.</summary>
    public const string RowStillNeeded = "data.row.still_needed";

    /// <summary>Adds the line that already has this key.</summary>
    public const string KeyRepeated = "data.key.repeated";

    /// <summary>Adds the file and the column in which the value should be found.</summary>
    public const string ReferenceUnknown = "data.reference.unknown";

    public const string ValueMissing = "data.value.missing";

    /// <summary>Adds the greatest length.</summary>
    public const string ValueTooLong = "data.value.too_long";

    public const string ValueSurroundingSpace = "data.value.surrounding_space";

    public const string ValueControlCharacter = "data.value.control_character";

    /// <summary>Adds the line that already has this value.</summary>
    public const string ValueRepeated = "data.value.repeated";

    /// <summary>Adds the values allowed.</summary>
    public const string ValueNotAllowed = "data.value.not_allowed";

    /// <summary>Adds the least and the greatest number.</summary>
    public const string ValueInvalidNumber = "data.value.invalid_number";

    /// <summary>Adds the least and the greatest number of degrees.</summary>
    public const string ValueInvalidDegrees = "data.value.invalid_degrees";

    /// <summary>A code of a nomenclature that has not its form. Adds an example.</summary>
    public const string ValueInvalidCode = "data.value.invalid_code";

    public const string ValueInvalidSlug = "data.value.invalid_slug";

    public const string ValueInvalidUai = "data.value.invalid_uai";

    public const string ValueInvalidSiret = "data.value.invalid_siret";

    public const string ValueInvalidInsee = "data.value.invalid_insee";

    public const string ValueInvalidPostcode = "data.value.invalid_postcode";

    public const string ValueInvalidDate = "data.value.invalid_date";

    public const string ValueInvalidUrl = "data.value.invalid_url";

    public const string ValueInvalidDecimal = "data.value.invalid_decimal";

    /// <summary>A day written neither <c>31/12/2025</c> nor <c>2025-12-31</c>.</summary>
    public const string ValueInvalidDay = "data.value.invalid_day";

    /// <summary>An item of a list that is empty or said twice. Adds the item.</summary>
    public const string ValueInvalidItem = "data.value.invalid_item";
}
