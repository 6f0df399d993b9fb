using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Maillage.Web.Pages.Site;

/// <summary>Shown in place of a page that is missing, refused or broken; a failure gives the reference that the logs hold.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[OutputCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "not_found";

    public string? Reference { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // Reached by its own address, the page has nothing to report: it is then simply not there.
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Kind = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden => "not_found",
            >= 500 => "failure",
            StatusCodes.Status413PayloadTooLarge or StatusCodes.Status414UriTooLong => "too_long",
            _ => "bad_request",
        };
        Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
