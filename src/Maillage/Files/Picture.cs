using Maillage.Shared;
using SkiaSharp;

namespace Maillage.Files;

/// <summary>
/// A picture drawn anew: what it shows is kept, and nothing else. Where it was taken and with which camera, hidden data and
/// what follows its end are gone, it stands upright, and its longer side has a bound.
/// </summary>
internal static class Picture
{
    /// <summary>Longer side, in pixels, where nobody asks for less.</summary>
    public const int MaxSide = 4_096;

    /// <summary>Pixels of a picture that is read whole; a JPEG larger than this is read at a half, a quarter or an eighth.</summary>
    public const int MaxPixels = 30_000_000;

    private const int Quality = 88;

    /// <summary>The picture drawn anew, its longer side at most so many pixels, or why it cannot be.</summary>
    public static Result<CheckedFile> Redraw(string name, byte[] content, FileKind kind, int maxSide)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != FormatOf(kind) || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            return FilesProblems.Broken(name);
        }

        var size = SizeToRead(codec, kind);
        if ((long)size.Width * size.Height > MaxPixels)
        {
            return FilesProblems.TooManyPixels(name);
        }

        using var read = new SKBitmap();
        if (!read.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, kind == FileKind.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb()))
            || codec.GetPixels(read.Info, read.GetPixels()) != SKCodecResult.Success)
        {
            return FilesProblems.Broken(name);
        }

        using var drawn = Upright(read, codec.EncodedOrigin, maxSide);
        using var encoded = drawn.Encode(FormatOf(kind), Quality);
        return encoded is null ? FilesProblems.Broken(name) : new CheckedFile(FileName.For(name, kind), kind, encoded.ToArray(), new PictureSize(drawn.Width, drawn.Height));
    }

    private static SKEncodedImageFormat FormatOf(FileKind kind) => kind switch
    {
        FileKind.Jpeg => SKEncodedImageFormat.Jpeg,
        FileKind.Png => SKEncodedImageFormat.Png,
        FileKind.Webp => SKEncodedImageFormat.Webp,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static SKSizeI SizeToRead(SKCodec codec, FileKind kind)
    {
        var size = new SKSizeI(codec.Info.Width, codec.Info.Height);
        foreach (var scale in kind == FileKind.Jpeg ? new[] { 0.5f, 0.25f, 0.125f } : [])
        {
            if ((long)size.Width * size.Height <= MaxPixels)
            {
                break;
            }

            size = codec.GetScaledDimensions(scale);
        }

        return size;
    }

    /// <summary>Turned as the camera says that it was held, and made smaller when a side is too long.</summary>
    private static SKImage Upright(SKBitmap read, SKEncodedOrigin origin, int maxSide)
    {
        var (width, height) = origin >= SKEncodedOrigin.LeftTop ? (read.Height, read.Width) : (read.Width, read.Height);
        var scale = Math.Min(1f, (float)maxSide / Math.Max(width, height));
        using var surface = SKSurface.Create(new SKImageInfo(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, read.AlphaType, read.ColorSpace));
        surface.Canvas.Scale(scale);
        surface.Canvas.Concat(TurnOf(origin, read.Width, read.Height));
        using var image = SKImage.FromBitmap(read);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    /// <summary>The eight ways of EXIF in which a camera may have been held (tag 0x0112), as what brings the picture upright.</summary>
    private static SKMatrix TurnOf(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
