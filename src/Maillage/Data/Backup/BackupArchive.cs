using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Maillage.Shared;

namespace Maillage.Data.Backup;

/// <summary>A backup file open for reading, after every byte of it was checked.</summary>
internal sealed class BackupArchive : IDisposable
{
    private const int MaxManifestBytes = 128 * 1024 * 1024;

    private readonly FileStream _file;
    private readonly ZipArchive _zip;

    private BackupArchive(FileStream file, ZipArchive zip, BackupManifest manifest) => (_file, _zip, Manifest) = (file, zip, manifest);

    public BackupManifest Manifest { get; }

    /// <param name="path">The file.</param>
    /// <param name="room">How many bytes may be written; an archive that announces more is not even expanded.</param>
    /// <param name="ct">Stops the check.</param>
    public static async Task<Result<BackupArchive>> OpenAsync(string path, long room, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return BackupProblems.FileMissing(path);
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        ZipArchive? zip = null;
        try
        {
            var seal = await BackupSeal.CheckAsync(file, ct);
            if (seal != BackupSealState.Whole)
            {
                return seal == BackupSealState.Missing ? BackupProblems.NotABackup(path) : BackupProblems.Damaged(path);
            }

            file.Position = 0;
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var read = await ReadManifestAsync(zip, path, ct);
            if (read.Failed)
            {
                return read.Problem;
            }

            var manifest = read.Value;
            if (FirstMismatch(zip, manifest) is { } misplaced)
            {
                return BackupProblems.Inconsistent(path, misplaced);
            }

            var announced = Entries(manifest).Sum(entry => (decimal)entry.Bytes);
            if (announced > room)
            {
                return BackupProblems.NoSpace(announced, room);
            }

            if (await FirstDamagedAsync(zip, manifest, ct) is { } damaged)
            {
                return BackupProblems.Inconsistent(path, damaged);
            }

            var archive = new BackupArchive(file, zip, manifest);
            (file, zip) = (null, null);
            return archive;
        }
        catch (InvalidDataException)
        {
            return BackupProblems.NotABackup(path);
        }
        finally
        {
            zip?.Dispose();
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }

    /// <exception cref="InvalidDataException">Thrown at the end of the stream when it is not what the manifest announces.</exception>
    public Task<T> ReadAsync<T>(BackupEntry entry, Func<Stream, Task<T>> read) => ReadAsync(_zip, entry, read);

    public void Dispose()
    {
        _zip.Dispose();
        _file.Dispose();
    }

    private static async Task<Result<BackupManifest>> ReadManifestAsync(ZipArchive zip, string path, CancellationToken ct)
    {
        if (zip.GetEntry(BackupManifest.EntryName) is not { } entry)
        {
            return BackupProblems.NotABackup(path);
        }

        try
        {
            await using var stream = new DigestStream(await entry.OpenAsync(ct), MaxManifestBytes);
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
            // Another format may differ in everything else: it is looked at first.
            if (!json.RootElement.TryGetProperty("product", out var product) || !product.ValueEquals(BackupManifest.TheProduct))
            {
                return BackupProblems.NotABackup(path);
            }

            var format = json.RootElement.GetProperty("format").GetInt32();
            return format == BackupManifest.TheFormat
                ? json.RootElement.Deserialize<BackupManifest>(BackupManifest.Json)!
                : BackupProblems.UnknownFormat(path, format);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return BackupProblems.NotABackup(path);
        }
    }

    /// <summary>The first entry that is announced but missing, twice there, there but not announced, or in no place of ours.</summary>
    private static string? FirstMismatch(ZipArchive zip, BackupManifest manifest)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        if (zip.Entries.FirstOrDefault(entry => !present.Add(entry.FullName)) is { } twice)
        {
            return twice.FullName;
        }

        present.Remove(BackupManifest.EntryName);
        return Entries(manifest).FirstOrDefault(entry => !present.Remove(entry.Entry) || entry.Bytes < 0)?.Entry
            ?? manifest.Files.FirstOrDefault(file => !BackedUpFolders.Holds(file.Entry))?.Entry
            ?? present.FirstOrDefault();
    }

    private static async Task<string?> FirstDamagedAsync(ZipArchive zip, BackupManifest manifest, CancellationToken ct)
    {
        foreach (var entry in Entries(manifest))
        {
            try
            {
                var lines = await ReadAsync(zip, entry, stream => CountLinesAsync(stream, ct));
                if (entry is BackupTable table && table.Rows != lines)
                {
                    return entry.Entry;
                }
            }
            catch (InvalidDataException)
            {
                return entry.Entry;
            }
        }

        return null;
    }

    private static async Task<T> ReadAsync<T>(ZipArchive zip, BackupEntry entry, Func<Stream, Task<T>> read)
    {
        await using var stream = new DigestStream(await zip.GetEntry(entry.Entry)!.OpenAsync(), entry.Bytes);
        var value = await read(stream);
        return stream.Bytes == entry.Bytes && stream.Sha256() == entry.Sha256 ? value : throw new InvalidDataException("Not what was announced.");
    }

    private static async Task<long> CountLinesAsync(Stream stream, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var lines = 0L;
            int read;
            while ((read = await stream.ReadAsync(buffer, ct)) > 0)
            {
                lines += buffer.AsSpan(0, read).Count((byte)'\n');
            }

            return lines;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IEnumerable<BackupEntry> Entries(BackupManifest manifest) => manifest.Tables.Concat(manifest.Files);
}
