using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing;

/// <summary>Said once a report is kept: what happens next.</summary>
public sealed class ThanksModel(PageNames names) : PageModel
{
    public ReportedPage About { get; private set; } = ReportedPage.Site;

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken ct) => About = await names.OfAsync(page, ct);
}
