using System.IO.Compression;
using System.Text;
using Maillage.Shared;

namespace Maillage.Files;

/// <summary>
/// What a ZIP holds, when it is a document of an office suite (ISO/IEC 29500 and 26300). Nothing of it is unpacked but the part
/// that says what it is, a few kilobytes.
/// </summary>
internal static class OfficeArchive
{
    private const int MaxEntries = 5_000;
    private const long MaxUnpackedBytes = 300 * 1024 * 1024;
    private const int MaxPartBytes = 256 * 1024;
    private const string OpenXmlTypes = "[Content_Types].xml";
    private const string OpenDocumentType = "mimetype";

    private static readonly FileKind[] OpenXml = [FileKind.Docx, FileKind.Xlsx, FileKind.Pptx];
    private static readonly FileKind[] OpenDocument = [FileKind.Odt, FileKind.Ods, FileKind.Odp];

    /// <summary>Which document it is, or why it is not taken.</summary>
    public static Result<FileKind> KindOf(string name, byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var entries = archive.Entries;
            if (entries.Count > MaxEntries || entries.Sum(entry => Math.Max(0, entry.Length)) > MaxUnpackedBytes)
            {
                return FilesProblems.UnpacksTooLarge(name);
            }

            if (entries.Any(entry => entry.FullName.StartsWith('/') || entry.FullName.Contains('\\', StringComparison.Ordinal) || entry.FullName.Split('/').Contains("..", StringComparer.Ordinal)))
            {
                return FilesProblems.Broken(name);
            }

            if (entries[0].FullName == OpenDocumentType)
            {
                var type = Read(entries[0]).Trim();
                return OpenDocument.Where(kind => kind.MediaType() == type).Select(kind => (FileKind?)kind).FirstOrDefault() is not { } kind ? FilesProblems.KindRefused(name)
                    : entries.Any(entry => Under(entry, "Basic/") || Under(entry, "Scripts/")) ? FilesProblems.HoldsMacros(name)
                    : kind;
            }

            if (archive.GetEntry(OpenXmlTypes) is { } part)
            {
                var types = Read(part);
                return types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || entries.Any(IsActive) ? FilesProblems.HoldsMacros(name)
                    : OpenXml.Where(kind => types.Contains($"\"{kind.MediaType()}.main+xml\"", StringComparison.OrdinalIgnoreCase)).Select(kind => (FileKind?)kind).FirstOrDefault() is { } found ? found
                    : FilesProblems.KindRefused(name);
            }

            return FilesProblems.KindRefused(name);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or IOException)
        {
            return FilesProblems.Broken(name);
        }
    }

    private static bool Under(ZipArchiveEntry entry, string folder) => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase);

    private static bool IsActive(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The beginning of a part; a part of that role is never longer.</summary>
    private static string Read(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        var buffer = new byte[MaxPartBytes];
        return Encoding.UTF8.GetString(buffer, 0, part.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }
}
