using System.Globalization;
using System.IO.Compression;

namespace Maillage.OpenData.Imports;

internal enum FileFormat
{
    Csv,
    Json,
    Xml,
}

/// <summary>A file on disk, or the only data file of a zip: its format, digest and encoding, found by reading it once.</summary>
public sealed class SourceFile
{
    private const int DigitsOfAYear = 4;

    private static readonly string[] Extensions = [".csv", ".txt", ".tsv", ".json", ".xml"];
    private static readonly byte[] ZipMark = "PK\u0003\u0004"u8.ToArray();

    private readonly string _path;
    private readonly string? _entry;
    private readonly FileContent _content;

    private SourceFile(string path, string? entry, FileContent content) => (_path, _entry, _content) = (path, entry, content);

    /// <summary>Name by which messages call it.</summary>
    public string Name => Path.GetFileName(_path);

    public string FullPath => _path;

    /// <summary>SHA-256 of what it holds, in hexadecimal.</summary>
    public string Digest => _content.Digest;

    internal FileFormat Format => _content.Format;

    /// <summary>A day or a year in its name, as <c>2022-10-10</c> or <c>2022</c>.</summary>
    public string? Vintage => DigitsIn(Name).Select(DateOf).FirstOrDefault(date => date is not null);

    internal int? Year => Vintage is { } date ? int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture) : null;

    /// <summary>The data files of a folder and its sub-folders, in the order of their paths; one file when it is one.</summary>
    public static IEnumerable<string> FilesOf(string folderOrFile) => File.Exists(folderOrFile)
        ? [folderOrFile]
        : Directory.EnumerateFiles(folderOrFile, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Append(".zip").Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    /// <summary>The file, or null when it holds no text that an import could read.</summary>
    public static async Task<SourceFile?> FindAsync(string path, CancellationToken ct)
    {
        try
        {
            var entry = EntryOf(path);
            if (entry == "")
            {
                return null;
            }

            await using var stream = Open(path, entry);
            return await FileContent.ReadAsync(stream, ct) is { } content ? new SourceFile(path, entry, content) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    internal Stream Open() => Open(_path, _entry);

    internal StreamReader OpenText() => new(Open(), _content.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    private static Stream Open(string path, string? entry)
    {
        if (entry is null)
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }

        var archive = ZipFile.OpenRead(path);
        return new EntryStream(archive, archive.GetEntry(entry)!.Open());
    }

    /// <summary>Null for a file that is no zip; empty for a zip that has not exactly one data file.</summary>
    private static string? EntryOf(string path)
    {
        using (var stream = File.OpenRead(path))
        {
            Span<byte> mark = stackalloc byte[ZipMark.Length];
            if (stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length || !mark.SequenceEqual(ZipMark))
            {
                return null;
            }
        }

        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.Where(entry => Extensions.Contains(Path.GetExtension(entry.Name), StringComparer.OrdinalIgnoreCase)).ToList()
            is [var only] ? only.FullName : "";
    }

    private static string? DateOf(string digits)
    {
        if (digits.Length == DigitsOfAYear)
        {
            return digits.StartsWith("20", StringComparison.Ordinal) ? digits : null;
        }

        return DateOnly.TryParseExact(digits, ["yyyyMMdd", "ddMMyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1990 and < 2100
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Each unbroken run of digits.</summary>
    private static string[] DigitsIn(string name) =>
        string.Concat(name.Select(character => char.IsAsciiDigit(character) ? character : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An entry that closes its archive.</summary>
    private sealed class EntryStream(ZipArchive archive, Stream entry) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => entry.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => entry.Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => entry.ReadAsync(buffer, cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                entry.Dispose();
                archive.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
