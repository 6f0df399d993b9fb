namespace Maillage.Files;

/// <summary>A kind of file that the platform takes, known by its content alone.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,
    Webp,

    /// <summary>A text of Word, without macros.</summary>
    Docx,

    /// <summary>A workbook of Excel, without macros.</summary>
    Xlsx,

    /// <summary>Slides of PowerPoint, without macros.</summary>
    Pptx,

    /// <summary>A text of LibreOffice, without macros.</summary>
    Odt,

    /// <summary>A workbook of LibreOffice, without macros.</summary>
    Ods,

    /// <summary>Slides of LibreOffice, without macros.</summary>
    Odp,

    Csv,
}

public static class FileKinds
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    /// <summary>Its media type, as the registry of IANA names it.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Webp => "image/webp",
        FileKind.Docx => OpenXml + "wordprocessingml.document",
        FileKind.Xlsx => OpenXml + "spreadsheetml.sheet",
        FileKind.Pptx => OpenXml + "presentationml.presentation",
        FileKind.Odt => OpenDocument + "text",
        FileKind.Ods => OpenDocument + "spreadsheet",
        FileKind.Odp => OpenDocument + "presentation",
        FileKind.Csv => "text/csv",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>With its dot.</summary>
    public static string Extension(this FileKind kind) => kind == FileKind.Jpeg ? ".jpg" : "." + kind.ToString().ToLowerInvariant();

    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.Webp;
}
