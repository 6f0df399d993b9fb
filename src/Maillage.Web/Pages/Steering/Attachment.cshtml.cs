using Maillage.Access.Rights;
using Maillage.Steering.Attachments;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering;

/// <summary>Gives what a file of the steering of a campus holds, to who may read it.</summary>
[Needs(Permission.ReadCampus)]
public sealed class AttachmentModel(AttachFile files) : PageModel
{
    public static string AddressOf(Guid attachedFileId) => $"/espace/pieces/{attachedFileId}";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var (file, content) = await files.OpenAsync(HttpContext.Actor(), id, ct);
        return UploadedFile.Send(Response, file, content);
    }
}
