using System.Security.Cryptography;
using System.Text;

namespace Maillage.Data.Backup;

/// <summary>
/// The end of a backup file: the comment of the archive, a word of ours then the SHA-256 of every byte before it, so
/// that one changed, missing or added byte is noticed wherever it is.
/// </summary>
internal static class BackupSeal
{
    private const string Word = "Maillage backup ";
    private const int DigestLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>The comment to give to the archive, in wait of the digest.</summary>
    public static readonly string Blank = Word + new string('0', DigestLength);

    /// <summary>Writes the digest in place of the blank.</summary>
    public static async Task SetAsync(FileStream file, CancellationToken ct)
    {
        var digest = await DigestAsync(file, ct);
        file.Position = file.Length - DigestLength;
        await file.WriteAsync(Encoding.ASCII.GetBytes(digest), ct);
    }

    public static async Task<BackupSealState> CheckAsync(FileStream file, CancellationToken ct)
    {
        if (file.Length < Blank.Length)
        {
            return BackupSealState.Missing;
        }

        var end = new byte[Blank.Length];
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, ct);
        if (!end.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Word)))
        {
            return BackupSealState.Missing;
        }

        var digest = Encoding.ASCII.GetBytes(await DigestAsync(file, ct));
        return end.AsSpan(Word.Length).SequenceEqual(digest) ? BackupSealState.Whole : BackupSealState.Broken;
    }

    private static async Task<string> DigestAsync(FileStream file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        file.Position = 0;
        for (var left = file.Length - DigestLength; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), ct);
            hash.AppendData(buffer.AsSpan(0, read));
            left -= read > 0 ? read : throw new EndOfStreamException();
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}

internal enum BackupSealState
{
    Missing,
    Broken,
    Whole,
}
