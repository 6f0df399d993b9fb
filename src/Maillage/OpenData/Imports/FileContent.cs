using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Maillage.OpenData.Imports;

/// <summary>What one reading of the bytes tells: digest, encoding, format.</summary>
internal sealed record FileContent(string Digest, Encoding Encoding, FileFormat Format)
{
    private const int Chunk = 1 << 17;
    private const int LongestCharacter = 4;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Null when the bytes are no text.</summary>
    /// <remarks>
    /// UTF-8, unless more bytes break it than characters obey it: some exports are UTF-8 but for a few bytes, and one such
    /// byte must not spoil the accents of all others. Those bytes become U+FFFD.
    /// </remarks>
    public static async Task<FileContent?> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Chunk + LongestCharacter];
        var (kept, good, bad, isWide, format) = (0, 0L, 0L, false, (FileFormat?)null);
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(kept, Chunk), ct)) > 0)
        {
            digest.AppendData(buffer, kept, read);
            var bytes = buffer.AsSpan(0, kept + read);
            if (format is null)
            {
                isWide = bytes.StartsWith((byte[])[0xFF, 0xFE]) || bytes.StartsWith((byte[])[0xFE, 0xFF]);
                format = FormatOf(bytes);
            }

            if (isWide)
            {
                continue;
            }

            if (bytes.Contains((byte)0))
            {
                return null;
            }

            kept = Count(bytes, ref good, ref bad);
            bytes[^kept..].CopyTo(buffer);
        }

        return format is { } known
            ? new FileContent(Convert.ToHexStringLower(digest.GetHashAndReset()), bad > good ? Windows : new UTF8Encoding(false), known)
            : null;
    }

    /// <summary>Counts characters beyond ASCII and bytes that are none; returns how many bytes at the end wait for their next.</summary>
    private static int Count(ReadOnlySpan<byte> bytes, ref long good, ref long bad)
    {
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var place and >= 0)
        {
            bytes = bytes[place..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                return bytes.Length;
            }

            (good, bad) = status == OperationStatus.Done ? (good + 1, bad) : (good, bad + 1);
            bytes = bytes[length..];
        }

        return 0;
    }

    private static FileFormat FormatOf(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart("\uFEFF \t\r\n"u8);
        return text.IsEmpty ? FileFormat.Csv : (char)text[0] switch
        {
            '[' or '{' => FileFormat.Json,
            '<' => FileFormat.Xml,
            _ => FileFormat.Csv,
        };
    }
}
