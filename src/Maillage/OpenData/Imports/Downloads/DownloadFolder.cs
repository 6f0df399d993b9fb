using System.Security.Cryptography;
using System.Text.Json;

namespace Maillage.OpenData.Imports.Downloads;

/// <summary>What is remembered of a file: where it came from, how its server names this version of it, and its fingerprint.</summary>
internal sealed record DownloadRecord(Uri Address, string FileName, string? ETag, DateTimeOffset? LastModified, long? Length, string? Sha256)
{
    /// <summary>What proves to the server that a part belongs to the same version; a weak tag proves nothing.</summary>
    public string? Validator => ETag is { } tag && !tag.StartsWith("W/", StringComparison.Ordinal) ? tag : LastModified?.ToString("R");
}

/// <summary>
/// The place of one data set among the downloads of a state: the file, whole or not there, the part of the next one, and a
/// record of each. Everything takes its name by one rename.
/// </summary>
internal sealed class DownloadFolder(string path)
{
    private const string PartName = ".part";
    private const string PartRecordName = ".part.json";
    private const string RecordName = ".file.json";

    public string PartPath => Path.Combine(path, PartName);

    public long PartLength => File.Exists(PartPath) ? new FileInfo(PartPath).Length : 0;

    public static DownloadFolder Of(string downloads, string dataSet)
    {
        var path = Path.Combine(downloads, dataSet.Replace('/', '-'));
        Data.PrivateStorage.CreateFolder(path);
        return new DownloadFolder(path);
    }

    public string PathOf(DownloadRecord record) => Path.Combine(path, record.FileName);

    /// <summary>The file had before, when it is still what it was.</summary>
    public async Task<DownloadRecord?> CurrentAsync(CancellationToken ct) =>
        Read(RecordName) is { Sha256: { } sha256 } record && File.Exists(PathOf(record)) && await DigestAsync(PathOf(record), ct) == sha256 ? record : null;

    /// <summary>What is known of the part; null when it cannot be gone on with.</summary>
    public DownloadRecord? Part() => PartLength > 0 ? Read(PartRecordName) : null;

    public void ForgetPart()
    {
        File.Delete(PartPath);
        File.Delete(Path.Combine(path, PartRecordName));
    }

    public Task RememberPartAsync(DownloadRecord record, CancellationToken ct) => WriteAsync(PartRecordName, record, ct);

    /// <summary>Makes of the part the file, and of what was known of it its record.</summary>
    public async Task<DownloadRecord> CompleteAsync(DownloadRecord part, CancellationToken ct)
    {
        var record = part with { Sha256 = await DigestAsync(PartPath, ct), Length = PartLength };
        var previous = Read(RecordName);
        File.Move(PartPath, PathOf(record), overwrite: true);
        await WriteAsync(RecordName, record, ct);
        File.Delete(Path.Combine(path, PartRecordName));
        if (previous is not null && previous.FileName != record.FileName)
        {
            File.Delete(PathOf(previous));
        }

        return record;
    }

    private DownloadRecord? Read(string name)
    {
        try
        {
            var file = Path.Combine(path, name);
            return File.Exists(file) ? JsonSerializer.Deserialize<DownloadRecord>(File.ReadAllText(file)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WriteAsync(string name, DownloadRecord record, CancellationToken ct)
    {
        var file = Path.Combine(path, name);
        await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(record), ct);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static async Task<string> DigestAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
