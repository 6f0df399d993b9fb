using System.IO.Compression;
using System.Text;
using Maillage.Files;
using SkiaSharp;

namespace Maillage.TestKit;

/// <summary>Small files of each kind, as programs write them, and some that nobody should send.</summary>
public static class FileSamples
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static readonly byte[] Csv = Encoding.UTF8.GetBytes("nom;ville\r\nLycée Livet;Nantes\r\n");

    /// <summary>A picture of that size, its left half red, its right half blue.</summary>
    public static byte[] Picture(FileKind kind, int width = 40, int height = 20)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, red);
        }

        using var data = bitmap.Encode(kind switch { FileKind.Jpeg => SKEncodedImageFormat.Jpeg, FileKind.Png => SKEncodedImageFormat.Png, _ => SKEncodedImageFormat.Webp }, 90);
        return data.ToArray();
    }

    /// <summary>A JPEG as a phone writes it: held on its side, with a place, then a page of HTML after its end.</summary>
    public static byte[] Photo()
    {
        byte[] jpeg = Picture(FileKind.Jpeg);
        // TIFF, big endian: one directory with the orientation (0x0112) and, as a maker's note would, the place in clear.
        byte[] tiff =
        [
            (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes("GPS 47.2184 N 1.5536 W"),
        ];
        byte[] exif = [.. Encoding.ASCII.GetBytes("Exif\0\0"), .. tiff];
        var length = exif.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg[2..], .. Encoding.ASCII.GetBytes("<script>alert(1)</script>")];
    }

    /// <summary>A document of Word: the two parts by which it is known, and others.</summary>
    public static byte[] Docx(params (string Name, byte[] Content)[] others) => Zip(
    [
        ("[Content_Types].xml", Encoding.UTF8.GetBytes(
            $"""<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="{FileKind.Docx.MediaType()}.main+xml"/></Types>""")),
        ("word/document.xml", Encoding.UTF8.GetBytes("<w:document/>")),
        .. others,
    ]);

    public static byte[] Odt(params (string Name, byte[] Content)[] others) =>
        Zip([("mimetype", Encoding.ASCII.GetBytes(FileKind.Odt.MediaType())), ("content.xml", Encoding.UTF8.GetBytes("<office:document/>")), .. others]);

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var to = new MemoryStream();
        using (var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return to.ToArray();
    }
}
