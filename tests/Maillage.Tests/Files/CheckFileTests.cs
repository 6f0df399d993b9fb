using System.Buffers.Binary;
using System.Text;
using Maillage.Files;
using Maillage.TestKit;
using SkiaSharp;
using Xunit;

namespace Maillage.Tests.Files;

public sealed class CheckFileTests : IDisposable
{
    private readonly CheckFile _check = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _check.Dispose();

    [Theory]
    [InlineData("charte.pdf", "charte.pdf")]
    [InlineData("charte.PDF", "charte.pdf")]
    [InlineData("charte.exe", "charte.pdf")]
    [InlineData("charte", "charte.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\dossier\\Charte 2026.pdf", "Charte 2026.pdf")]
    [InlineData("fac\u202Efdp.exe", "fac fdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf")]
    [InlineData("..", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("Procès-verbal n° 3 (été).pdf", "Procès-verbal n° 3 (été).pdf")]
    public async Task Name_OfAFile_IsCleanAndHasTheExtensionOfWhatItHolds(string? sent, string kept) =>
        Assert.Equal(kept, (await CheckedAsync(sent, FileSamples.Pdf)).Name);

    [Fact]
    public async Task Name_TooLong_IsCutBeforeItsExtension()
    {
        var file = await CheckedAsync(new string('é', 500) + ".pdf", FileSamples.Pdf);

        Assert.True(file.Name.Length <= FileName.MaxLength, file.Name);
        Assert.EndsWith("é.pdf", file.Name, StringComparison.Ordinal);
    }

    public static TheoryData<FileKind, string, byte[]> Taken => new()
    {
        { FileKind.Pdf, "a.pdf", FileSamples.Pdf },
        { FileKind.Docx, "a.docx", FileSamples.Docx() },
        { FileKind.Odt, "a.odt", FileSamples.Odt() },
        { FileKind.Csv, "a.csv", FileSamples.Csv },
        { FileKind.Jpeg, "a.png", FileSamples.Picture(FileKind.Jpeg) },
        { FileKind.Png, "a.html", FileSamples.Picture(FileKind.Png) },
        { FileKind.Webp, "a.webp", FileSamples.Picture(FileKind.Webp) },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task Kind_OfAFile_IsReadInItsContent(FileKind kind, string name, byte[] content)
    {
        var file = await CheckedAsync(name, content);

        Assert.Equal(kind, file.Kind);
        Assert.Equal("a" + kind.Extension(), file.Name);
        Assert.NotEmpty(file.Content);
    }

    public static TheoryData<string, string, byte[]> NotTaken => new()
    {
        { "files.empty", "a.pdf", [] },
        { "files.too_large", "a.pdf", new byte[CheckFile.MaxBytes + 1] },
        { "files.kind_refused", "a.pdf", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>") },
        { "files.kind_refused", "a.csv", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>") },
        { "files.kind_refused", "a.csv", [.. "a;b"u8, 0, 1, 2] },
        { "files.kind_refused", "a.txt", FileSamples.Csv },
        { "files.kind_refused", "a.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
        { "files.kind_refused", "a.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0] },
        { "files.kind_refused", "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "files.kind_refused", "a.docx", FileSamples.Zip(("a.txt", "a"u8.ToArray())) },
        { "files.broken", "a.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>") },
        { "files.broken", "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3] },
        { "files.broken", "a.png", FileSamples.Picture(FileKind.Png)[..60] },
        { "files.broken", "a.docx", FileSamples.Docx()[..100] },
        { "files.broken", "a.docx", FileSamples.Docx(("../../etc/cron.d/x", "x"u8.ToArray())) },
        { "files.holds_macros", "a.docx", FileSamples.Docx(("word/vbaProject.bin", "x"u8.ToArray())) },
        { "files.holds_macros", "a.docx", FileSamples.Docx(("word/activeX/activeX1.xml", "x"u8.ToArray())) },
        { "files.holds_macros", "a.odt", FileSamples.Odt(("Basic/Standard/Module1.xml", "x"u8.ToArray())) },
        { "files.unpacks_too_large", "a.docx", FileSamples.Docx([.. Enumerable.Range(0, 4).Select(number => ($"word/media/{number}.xml", new byte[80 * 1024 * 1024]))]) },
        { "files.unpacks_too_large", "a.docx", FileSamples.Docx([.. Enumerable.Range(0, 5_001).Select(number => ($"word/{number}.xml", Array.Empty<byte>()))]) },
    };

    [Theory]
    [MemberData(nameof(NotTaken))]
    public async Task File_ThatIsNotWhatIsTaken_IsRefusedBySayingWhy(string code, string name, byte[] content)
    {
        var result = await _check.ExecuteAsync(name, content, Ct);

        Assert.Equal(code, result.Problem?.Code);
        Assert.Equal(name, result.Problem!.Arguments[0]);
        Assert.Equal(FilesProblems.Field, result.Problem.Field);
    }

    [Fact]
    public async Task Photo_Kept_StandsUprightAndTellsNeitherPlaceNorAnythingHidden()
    {
        var sent = FileSamples.Photo();
        Assert.Contains("GPS 47", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var file = await CheckedAsync("photo.jpg", sent);

        var text = Encoding.Latin1.GetString(file.Content);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
        Assert.DoesNotContain("script", text, StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(file.Content);
        // A quarter turn clockwise: what was on the left, red, is now above.
        Assert.Equal((20, 40), (picture.Width, picture.Height));
        Assert.True(picture.GetPixel(10, 5).Red > 200 && picture.GetPixel(10, 35).Blue > 200, $"{picture.GetPixel(10, 5)} {picture.GetPixel(10, 35)}");
    }

    [Theory]
    [InlineData(FileKind.Jpeg, 6_000, 100)]
    [InlineData(FileKind.Webp, 100, 6_000)]
    public async Task Picture_WithALongSide_IsMadeSmaller(FileKind kind, int width, int height)
    {
        var file = await CheckedAsync("a", FileSamples.Picture(kind, width, height));

        using var picture = SKBitmap.Decode(file.Content);
        Assert.Equal(4_096, Math.Max(picture.Width, picture.Height));
    }

    [Fact]
    public async Task Picture_OfManyPixelsInAFewBytes_IsNotRead()
    {
        // A header that announces 60,000 by 60,000 pixels: 14 GB, were they read.
        var png = FileSamples.Picture(FileKind.Png);
        byte[] side = [0, 0, 0xEA, 0x60];
        side.CopyTo(png, 16);
        side.CopyTo(png, 20);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));

        var result = await _check.ExecuteAsync("a.png", png, Ct);

        Assert.Equal("files.too_many_pixels", result.Problem?.Code);
    }

    [Fact]
    public void Kinds_OfFiles_EachHaveAMediaTypeAndAnExtensionOfTheirOwn()
    {
        var kinds = Enum.GetValues<FileKind>();

        Assert.Equal(kinds.Length, kinds.Select(kind => kind.MediaType()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(kinds.Length, kinds.Select(kind => kind.Extension()).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The check that ends each part of a PNG (ISO/IEC 15948, annex D).</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }

    private async Task<CheckedFile> CheckedAsync(string? name, byte[] content)
    {
        var result = await _check.ExecuteAsync(name, content, Ct);
        Assert.Null(result.Problem);
        return result.Value!;
    }
}
