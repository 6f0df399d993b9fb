using System.Text;
using Maillage.Shared;

namespace Maillage.Files;

/// <summary>Sides of a picture, in pixels.</summary>
public sealed record PictureSize(int Width, int Height);

/// <summary>A file that was checked: what it is, called so, and what of it may be kept; of a picture, its size too.</summary>
public sealed record CheckedFile(string Name, FileKind Kind, byte[] Content, PictureSize? Size = null);

/// <summary>
/// Says what a file is by its content, whatever its name claims, and refuses what is none of the kinds taken. A picture is drawn
/// anew; nothing is ever run, unpacked or looked at through another program.
/// </summary>
public sealed class CheckFile : IDisposable
{
    public const int MaxBytes = 10 * 1024 * 1024;

    private const int TailBytes = 2 * 1024;

    // A picture takes up to 240 MB while it is drawn: one at a time.
    private readonly SemaphoreSlim _drawing = new(1, 1);

    /// <param name="name">As the sender called it.</param>
    /// <param name="content">Whole.</param>
    /// <param name="ct">Stops the wait for other pictures.</param>
    /// <param name="maxSide">Pixels of the longer side that is kept of a picture.</param>
    public async Task<Result<CheckedFile>> ExecuteAsync(string? name, byte[] content, CancellationToken ct, int maxSide = Picture.MaxSide)
    {
        var clean = FileName.Clean(name);
        if (content.Length == 0)
        {
            return FilesProblems.Empty(clean);
        }

        if (content.Length > MaxBytes)
        {
            return FilesProblems.TooLarge(clean);
        }

        var kind = KindOf(clean, content);
        if (kind.Failed)
        {
            return kind.Problem;
        }

        if (!kind.Value.IsPicture())
        {
            return new CheckedFile(FileName.For(clean, kind.Value), kind.Value, content);
        }

        await _drawing.WaitAsync(ct);
        try
        {
            return Picture.Redraw(clean, content, kind.Value, maxSide);
        }
        finally
        {
            _drawing.Release();
        }
    }

    public void Dispose() => _drawing.Dispose();

    private static Result<FileKind> KindOf(string name, byte[] content)
    {
        var start = content.AsSpan();
        return start.StartsWith("%PDF-"u8) ? IsWholePdf(start) ? FileKind.Pdf : FilesProblems.Broken(name)
            : start.StartsWith(Jpeg) ? FileKind.Jpeg
            : start.StartsWith(Png) ? FileKind.Png
            : start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8) ? FileKind.Webp
            : start.StartsWith("PK\x03\x04"u8) ? OfficeArchive.KindOf(name, content)
            : IsTable(name, content) ? FileKind.Csv
            : FilesProblems.KindRefused(name);
    }

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The mark of its end stands at its end (ISO 32000-2, 7.5.5): a download that broke off has none.</summary>
    private static bool IsWholePdf(ReadOnlySpan<byte> content) =>
        content[Math.Max(0, content.Length - TailBytes)..].IndexOf("%%EOF"u8) >= 0;

    /// <summary>A table has no mark of its own: it is called so, and it is text.</summary>
    private static bool IsTable(string name, byte[] content) =>
        FileName.ExtensionOf(name).Equals(FileKind.Csv.Extension(), StringComparison.OrdinalIgnoreCase)
        && !content.AsSpan().ContainsAnyInRange((byte)0, (byte)8) && !content.AsSpan().ContainsAnyInRange((byte)14, (byte)31)
        && !Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, 512)).TrimStart().StartsWith('<');
}
