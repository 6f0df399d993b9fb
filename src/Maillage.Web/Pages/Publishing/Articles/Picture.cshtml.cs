using Maillage.Files;
using Maillage.Publishing.Articles;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Articles;

/// <summary>The picture of an article: of one that everyone reads to everyone, of a draft to those who write it.</summary>
[PrivatePage]
public sealed class PictureModel(ReadArticles articles) : PageModel
{
    public static string AddressOf(Guid pictureId) => $"/images/{pictureId}";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var (file, content, isPublic) = await articles.PictureAsync(HttpContext.Actor(), id, ct);
        if (isPublic)
        {
            // Drawn anew when it came, and never changed under its address; for a day only, since its article may be taken back.
            Response.Headers.CacheControl = "public, max-age=86400";
            Response.Headers.Remove("Pragma");
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return new FileContentResult(content, file.Kind.MediaType());
    }
}
