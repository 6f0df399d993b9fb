using Maillage.Access;
using Maillage.Access.PersonalData;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.PersonalData;

/// <summary>Where a person takes away what the platform holds of them, or has it erased.</summary>
[SignedIn]
public sealed class MineModel(ExportPersonalData export, EraseAccount erase, Texts texts) : PageModel
{
    public const string Address = "/espace/compte/donnees";

    public IReadOnlyDictionary<string, int> Preview { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public bool ProofNeeded { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Preview = await erase.PreviewAsync(HttpContext.RequiredSession().AccountId, ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        PersonalDataFile.Of(await export.ExecuteAsync(HttpContext.RequiredSession(), ct));

    public async Task<IActionResult> OnPostEraseAsync([FromForm] string? email, CancellationToken ct)
    {
        var result = await erase.ExecuteAsync(HttpContext.RequiredSession(), email, ct);
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            ProofNeeded = result.Problem == AccessProblems.ProofNeeded;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync(ct);
            return Page();
        }

        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        return Redirect(Url.Content("~" + RetentionModel.Address) + QueryString.Create(RetentionModel.ErasedName, "1"));
    }
}
