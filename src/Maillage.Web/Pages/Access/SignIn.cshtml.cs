using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>Where people sign in: with a passkey, or with a password and, on the next page, a code.</summary>
public sealed class SignInModel(CheckPassword check, PasskeyCeremony ceremony, UserManager<Account> accounts, IdentityProviders providers, StepCookie steps, Texts texts) : PageModel
{
    public const string CodeStep = "code";

    /// <summary>Where the person wanted to go.</summary>
    public string Return { get; private set; } = SessionCookie.Workspace;

    public string? Email { get; private set; }

    public IReadOnlyList<IdentityProvider> Providers => providers.All;

    /// <param name="back">Where the person wanted to go.</param>
    /// <param name="provider">Provider that has just failed or refused.</param>
    public IActionResult OnGet([FromQuery(Name = "retour")] string? back, [FromQuery(Name = "fournisseur")] string? provider)
    {
        Return = SessionCookie.ReturnPath(back);
        if (providers.All.FirstOrDefault(known => known.Code == provider) is { } failed)
        {
            ModelState.Add(AccessProblems.ProviderFailed(failed.Name), texts);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromQuery(Name = "retour")] string? back, [FromForm] string? email, [FromForm] string? password, CancellationToken ct)
    {
        (Return, Email) = (SessionCookie.ReturnPath(back), email);
        var result = await check.ExecuteAsync(email, password, HttpContext.Address(), ct);
        if (result.Failed)
        {
            return Refuse(result.Problem);
        }

        steps.Keep(HttpContext, CodeStep, result.Value.ToString());
        return Redirect(Url.Content("~/connexion/code") + QueryString.Create("retour", Return));
    }

    public async Task<IActionResult> OnPostChallengeAsync() => Content(await ceremony.AskAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromQuery(Name = "retour")] string? back, [FromForm] string? credential)
    {
        Return = SessionCookie.ReturnPath(back);
        if (await ceremony.RecogniseAsync(HttpContext, credential) is not { Account: { IsOpen: true } account, Passkey: { } passkey })
        {
            return Refuse(AccessProblems.PasskeyWrong);
        }

        // How often the device has signed is kept with the session: a copy of its key shows by a count that goes back.
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        await HttpContext.OpenSessionAsync(account.Id, SignInMethod.Passkey);
        return Redirect(Return);
    }

    private PageResult Refuse(Problem problem)
    {
        ModelState.Add(problem, texts);
        Response.StatusCode = problem == AccessProblems.TooManyAttempts ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        return Page();
    }
}
