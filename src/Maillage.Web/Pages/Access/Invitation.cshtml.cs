using Maillage.Access.Invitations;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>What an invitation offers, and the button that takes it: a mail reader that opens links takes nothing.</summary>
public sealed class InvitationModel(AcceptInvitation accept, IScopeDirectory scopes, Texts texts) : PageModel
{
    public const string Address = "/invitation";

    /// <summary>Name of the parameter that holds the secret of a link.</summary>
    public const string TokenName = "jeton";

    public Invitation? Offer { get; private set; }

    public string ScopeName { get; private set; } = "";

    public string? Token { get; private set; }

    public string? Email { get; private set; }

    public string? Name { get; private set; }

    public bool MustSignIn { get; private set; }

    public bool IsSignedIn => HttpContext.CurrentSession() is not null;

    /// <summary>This page, to come back to.</summary>
    public string Here => Url.Content("~" + Address) + QueryString.Create(TokenName, Token ?? "");

    public Task OnGetAsync([FromQuery(Name = TokenName)] string? token, CancellationToken ct) => ShowAsync(token, ct);

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = TokenName)] string? token, [FromForm] string? email, [FromForm] string? name, CancellationToken ct)
    {
        var result = await accept.ExecuteAsync(HttpContext.Actor(), new AcceptInvitation.Input(token, email, name, Language.Current), ct);
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            (Email, Name) = (email, name);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(token, ct);
            return Page();
        }

        if (!IsSignedIn)
        {
            await HttpContext.OpenSessionAsync(result.Value, SignInMethod.Invitation);
            return Redirect(Url.Content("~" + AccountModel.Address));
        }

        return Redirect(Url.Content("~" + SessionCookie.Workspace));
    }

    private async Task ShowAsync(string? token, CancellationToken ct)
    {
        Token = token;
        Offer = await accept.FindAsync(token, ct);
        if (Offer is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Name ??= Offer.Name;
        MustSignIn = !IsSignedIn && await accept.IsKnownAsync(Offer, ct);
        ScopeName = (await scopes.NamesOfAsync([Offer.Scope], ct)).GetValueOrDefault(Offer.Scope, texts["access.home.everywhere"]);
    }
}
