using System.Buffers;
using System.Data.Common;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Maillage.Data.Backup;

/// <summary>The rows of a table in the archive: one JSON array a line.</summary>
internal static class RowFile
{
    /// <summary>Longer rows are neither written nor read: they would have to be held in memory.</summary>
    private const int MaxRowBytes = 64 * 1024 * 1024;
    private const int ChunkBytes = 64 * 1024;

    // The file is never embedded in a page: accents stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<long> WriteAsync(DbDataReader rows, IReadOnlyList<BackupColumn> columns, Stream to, CancellationToken ct)
    {
        var chunk = new ArrayBufferWriter<byte>(2 * ChunkBytes);
        await using var json = new Utf8JsonWriter(chunk, Options);
        var count = 0L;
        while (await rows.ReadAsync(ct))
        {
            var start = chunk.WrittenCount;
            json.WriteStartArray();
            for (var column = 0; column < columns.Count; column++)
            {
                NeutralValue.Write(json, rows, column, columns[column].Kind);
            }

            json.WriteEndArray();
            await json.FlushAsync(ct);
            json.Reset();
            chunk.Write("\n"u8);
            count++;
            if (chunk.WrittenCount - start > MaxRowBytes)
            {
                throw new NotSupportedException($"A row of {chunk.WrittenCount - start} bytes is too long for a backup.");
            }

            if (chunk.WrittenCount >= ChunkBytes)
            {
                await to.WriteAsync(chunk.WrittenMemory, ct);
                chunk.ResetWrittenCount();
            }
        }

        await to.WriteAsync(chunk.WrittenMemory, ct);
        return count;
    }

    /// <exception cref="InvalidDataException">A line is no row of these columns.</exception>
    public static async Task<long> ReadAsync(Stream from, IReadOnlyList<BackupColumn> columns, Func<object?[], ValueTask> take)
    {
        var lines = PipeReader.Create(from, new StreamPipeReaderOptions(bufferSize: ChunkBytes));
        var row = new object?[columns.Count];
        var count = 0L;
        while (true)
        {
            var read = await lines.ReadAsync();
            var left = read.Buffer;
            while (left.PositionOf((byte)'\n') is { } end)
            {
                Parse(left.Slice(0, end), columns, row);
                await take(row);
                count++;
                left = left.Slice(left.GetPosition(1, end));
            }

            if (left.Length > MaxRowBytes || (read.IsCompleted && !left.IsEmpty))
            {
                throw new InvalidDataException("A row has no end.");
            }

            lines.AdvanceTo(left.Start, left.End);
            if (read.IsCompleted)
            {
                return count;
            }
        }
    }

    private static void Parse(ReadOnlySequence<byte> line, IReadOnlyList<BackupColumn> columns, object?[] row)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            Expect(json.Read() && json.TokenType == JsonTokenType.StartArray);
            for (var column = 0; column < row.Length; column++)
            {
                Expect(json.Read() && json.TokenType is not (JsonTokenType.EndArray or JsonTokenType.StartArray or JsonTokenType.StartObject));
                row[column] = NeutralValue.Read(ref json, columns[column].Kind);
            }

            Expect(json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read());
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    private static void Expect(bool condition)
    {
        if (!condition)
        {
            throw new InvalidDataException("Not a row of these columns.");
        }
    }
}
