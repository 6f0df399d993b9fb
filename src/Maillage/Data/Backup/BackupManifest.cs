using System.Text.Json;
using System.Text.Json.Serialization;

namespace Maillage.Data.Backup;

/// <summary>What a backup says of itself: <c>manifest.json</c>, its last entry.</summary>
public sealed record BackupManifest
{
    public const string EntryName = "manifest.json";
    public const string TheProduct = "Maillage";
    public const int TheFormat = 1;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public required int Format { get; init; }

    public required string Product { get; init; }

    /// <summary>The engine that it was made on; it can be restored on any.</summary>
    public required DatabaseEngine Engine { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Name, without its date, of the last migration that the tables had undergone.</summary>
    public required string LastMigration { get; init; }

    /// <summary>In an order in which each table refers only to itself and to those before it.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    public required IReadOnlyList<BackupEntry> Files { get; init; }
}

/// <summary>An entry of the archive: its length once expanded and the SHA-256 of its content, in hexadecimal.</summary>
public record BackupEntry(string Entry, long Bytes, string Sha256);

/// <summary>A table: one JSON array a line, in the order of <paramref name="Columns"/>.</summary>
public sealed record BackupTable(string Name, long Rows, IReadOnlyList<BackupColumn> Columns, string Entry, long Bytes, string Sha256)
    : BackupEntry(Entry, Bytes, Sha256);

public sealed record BackupColumn(string Name, ColumnKind Kind);
