using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>How a person is called, and the language of their messages.</summary>
[SignedIn]
public sealed class ProfileModel(ChangeProfile change, Texts texts) : PageModel
{
    public const string Address = "/espace/compte/profil";

    public CurrentSession Session => HttpContext.RequiredSession();

    public string? Name { get; private set; }

    public void OnGet() => Name = Session.Account.Name;

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? language, CancellationToken ct)
    {
        Name = name;
        var result = await change.ExecuteAsync(Session, name, language, ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + AccountModel.Address));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
