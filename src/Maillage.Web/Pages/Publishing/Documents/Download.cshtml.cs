using Maillage.Publishing.Documents;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Documents;

/// <summary>Gives what a document holds, to who may read it. It has an address for everyone, since some documents are: to others it is not there.</summary>
[PrivatePage]
public sealed class DownloadModel(ReadDocuments documents) : PageModel
{
    public static string AddressOf(Guid documentId) => $"/documents/{documentId}";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var (listed, content) = await documents.OpenAsync(HttpContext.Actor(), id, ct);
        return UploadedFile.Send(Response, listed.File, content);
    }
}
