using Maillage.Files;
using Microsoft.AspNetCore.Mvc;

namespace Maillage.Web.Hosting;

/// <summary>Files on their way in and out.</summary>
public static class UploadedFile
{
    /// <summary>Bytes of a request that brings a file. Several times what is taken, so that a file that is too large is told so in a sentence.</summary>
    public const long MaxRequestBytes = 4L * CheckFile.MaxBytes;

    /// <summary>What was sent, up to one byte more than is taken; null when no file was chosen.</summary>
    public static async Task<byte[]?> ReadAsync(IFormFile? file, CancellationToken ct)
    {
        // A browser sends an empty file without a name when none was chosen.
        if (file is null || (file.Length == 0 && string.IsNullOrEmpty(file.FileName)))
        {
            return null;
        }

        var content = new byte[Math.Min(file.Length, CheckFile.MaxBytes + 1)];
        await using var from = file.OpenReadStream();
        await from.ReadExactlyAsync(content, ct);
        return content;
    }

    /// <summary>A file to be saved, never shown: what people have sent does not run in the name of the site.</summary>
    public static FileContentResult Send(HttpResponse response, StoredFile file, byte[] content)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return new FileContentResult(content, file.Kind.MediaType()) { FileDownloadName = file.Name };
    }
}
