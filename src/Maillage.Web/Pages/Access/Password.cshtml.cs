using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>Where a person chooses a password.</summary>
[SignedIn]
public sealed class PasswordModel(SetPassword set, Texts texts) : PageModel
{
    public CurrentSession Session => HttpContext.RequiredSession();

    public async Task<IActionResult> OnPostAsync([FromForm] string? password, CancellationToken ct)
    {
        var result = await set.ExecuteAsync(Session, password, ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + (Session.Account.CodeKey is null ? PhoneModel.Address : AccountModel.Address)));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
