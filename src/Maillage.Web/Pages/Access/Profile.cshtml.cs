using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>How a person is called, the language of their messages, and where they are sent.</summary>
[SignedIn]
public sealed class ProfileModel(ChangeProfile change, ChangeEmail changeEmail, Texts texts) : PageModel
{
    public const string Address = "/espace/compte/profil";

    public CurrentSession Session => HttpContext.RequiredSession();

    public string? Name { get; private set; }

    /// <summary>New address, as typed.</summary>
    public string? Email { get; private set; }

    /// <summary>Whether the new mailbox was just written to.</summary>
    public bool Asked { get; private set; }

    public bool ProofNeeded { get; private set; }

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

    public async Task OnPostEmailAsync([FromForm] string? email, CancellationToken ct)
    {
        var result = await changeEmail.AskAsync(Session, email, ct);
        (Name, Email, Asked, ProofNeeded) = (Session.Account.Name, email, !result.Failed, result.Failed && result.Problem == AccessProblems.ProofNeeded);
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            Response.StatusCode = result.Problem == AccessProblems.TooManyAttempts ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        }
    }
}
