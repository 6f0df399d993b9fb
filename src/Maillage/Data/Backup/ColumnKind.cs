using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.Data.Backup;

/// <summary>What a column holds, whichever engine it lives in.</summary>
public enum ColumnKind
{
    Text,
    Uuid,
    Instant,
    Date,
    Whole,
    Real,
    Boolean,
    Bytes,
}

internal static class ColumnKinds
{
    /// <exception cref="NotSupportedException">The model has a column of a type that no kind describes yet.</exception>
    public static ColumnKind Of(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        var type = Nullable.GetUnderlyingType(stored) ?? stored;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => ColumnKind.Text,
            TypeCode.DateTime => ColumnKind.Instant,
            TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => ColumnKind.Whole,
            TypeCode.Double => ColumnKind.Real,
            TypeCode.Boolean => ColumnKind.Boolean,
            _ when type == typeof(Guid) => ColumnKind.Uuid,
            _ when type == typeof(DateOnly) => ColumnKind.Date,
            _ when type == typeof(byte[]) => ColumnKind.Bytes,
            _ => throw new NotSupportedException($"Backups cannot carry {column.Table.Name}.{column.Name}, a {type.Name}: add a kind of column."),
        };
    }
}
