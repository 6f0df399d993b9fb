using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>The second step of a sign-in with a password: the code of the person's telephone, or one of their recovery codes.</summary>
public sealed class CodeModel(CheckCode check, StepCookie steps, Texts texts) : PageModel
{
    public string Return { get; private set; } = SessionCookie.Workspace;

    public IActionResult OnGet([FromQuery(Name = "retour")] string? back)
    {
        Return = SessionCookie.ReturnPath(back);
        return steps.Read(HttpContext, SignInModel.CodeStep) is null ? Redirect(Url.Content("~" + SessionCookie.SignInPage)) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "retour")] string? back, [FromForm] string? code, CancellationToken ct)
    {
        Return = SessionCookie.ReturnPath(back);
        if (!Guid.TryParse(steps.Read(HttpContext, SignInModel.CodeStep), out var accountId))
        {
            return Redirect(Url.Content("~" + SessionCookie.SignInPage));
        }

        var result = await check.ExecuteAsync(accountId, code, HttpContext.Address(), ct);
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            Response.StatusCode = result.Problem == AccessProblems.TooManyAttempts ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
            return Page();
        }

        steps.Take(HttpContext, SignInModel.CodeStep);
        await HttpContext.OpenSessionAsync(accountId, SignInMethod.Password);
        return Redirect(Return);
    }
}
