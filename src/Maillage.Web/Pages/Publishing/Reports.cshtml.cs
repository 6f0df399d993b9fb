using Maillage.Access.Rights;
using Maillage.Publishing;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing;

/// <summary>What visitors say is wrong, for who may correct it.</summary>
[Needs(Permission.AnswerReports)]
public sealed class ReportsModel(AnswerReport reports, PageNames names, Texts texts) : PageModel
{
    public const string Address = "/espace/signalements";

    /// <summary>Each with the page that it is about.</summary>
    public IReadOnlyList<(FactReport Report, ReportedPage About)> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var waiting = await reports.ReadAsync(HttpContext.Actor(), ct);
        Reports = [.. waiting.Zip(await names.OfAsync([.. waiting.Select(report => report.Page)], ct))];
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, [FromForm] string? outcome, [FromForm] string? answer, CancellationToken ct)
    {
        var result = await reports.ExecuteAsync(HttpContext.Actor(), id, outcome == "corrected", answer, ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + Address));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await OnGetAsync(ct);
        return Page();
    }
}
