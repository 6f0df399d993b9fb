using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>Leads to an identity provider, and decides what its answer opens: a known account, or one that its owner links now.</summary>
public sealed class ProviderModel(IdentityProviders providers, Providers links, Texts texts) : PageModel
{
    public const string Address = "/connexion/fournisseur";

    public OutsideIdentity? Identity { get; private set; }

    public bool IsSignedIn => HttpContext.CurrentSession() is not null;

    public static string AddressOf(IdentityProvider provider) => $"{Address}/{provider.Code}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, [FromQuery(Name = "retour")] string? back, CancellationToken ct)
    {
        if (code is not null)
        {
            var asked = providers.All.FirstOrDefault(provider => provider.Code == code) ?? throw new NotFound("The identity provider");
            var here = Url.Content("~" + Address) + QueryString.Create("retour", SessionCookie.ReturnPath(back));
            return Challenge(new AuthenticationProperties { RedirectUri = here }, IdentityProviders.SchemeOf(asked));
        }

        Identity = await providers.AnswerAsync(HttpContext);
        if (Identity is not { } identity || await links.FindAsync(identity.Provider.Code, identity.Subject, ct) is not { } accountId)
        {
            return Page();
        }

        await IdentityProviders.ForgetAsync(HttpContext);
        if (HttpContext.CurrentSession()?.AccountId != accountId)
        {
            await HttpContext.OpenSessionAsync(accountId, SignInMethod.Provider);
        }

        return Redirect(SessionCookie.ReturnPath(back));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Identity = await providers.AnswerAsync(HttpContext);
        if (Identity is not { } identity || HttpContext.CurrentSession() is not { } session)
        {
            return Page();
        }

        var result = await links.LinkAsync(session, identity.Provider.Code, identity.Provider.Name, identity.Subject, ct);
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await IdentityProviders.ForgetAsync(HttpContext);
        return Redirect(Url.Content("~" + AccountModel.Address));
    }
}
