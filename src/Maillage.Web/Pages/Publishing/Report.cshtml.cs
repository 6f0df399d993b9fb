using Maillage.Publishing;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Maillage.Web.Pages.Publishing;

/// <summary>Where anyone says that a fact is wrong, without an account.</summary>
[OutputCache(NoStore = true)]
public sealed class ReportModel(ReportFact report, PageNames names, Texts texts) : PageModel
{
    /// <summary>The page that the report is about.</summary>
    public ReportedPage About { get; private set; } = ReportedPage.Site;

    /// <summary>As typed, shown again when it is refused.</summary>
    public string? Message { get; private set; }

    // Said where it comes from: routes of pages have a value of their own named « page ».
    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken ct) => await ShowAsync(page, ct);

    /// <param name="website">A field that people do not see: what fills it is a robot, told that all went well.</param>
    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "page")] string? page, [FromForm] string? message, [FromForm] string? website, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(website))
        {
            var result = await report.ExecuteAsync(HttpContext.Actor(), new ReportFact.Input(Language.WithoutPrefix(page), message, Language.Current), ct);
            if (result.Failed)
            {
                ModelState.Add(result.Problem, texts);
                Message = message;
                await ShowAsync(page, ct);
                Response.StatusCode = result.Problem == PublishingProblems.TooManyReports
                    ? StatusCodes.Status429TooManyRequests
                    : StatusCodes.Status400BadRequest;
                return Page();
            }
        }

        return Redirect(Url.Content("~/signaler/merci") + QueryString.Create("page", FactReport.PageOf(Language.WithoutPrefix(page))));
    }

    private async Task ShowAsync(string? page, CancellationToken ct)
    {
        // A secret (the antiforgery token) compressed beside text that a visitor chose can be guessed over https.
        if (HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression)
        {
            compression.Mode = HttpsCompressionMode.DoNotCompress;
        }

        About = await names.OfAsync(page, ct);
    }
}
