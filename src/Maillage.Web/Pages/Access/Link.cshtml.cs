using Maillage.Access;
using Maillage.Access.Links;
using Maillage.Access.Sessions;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>
/// Asks for a link that signs in, and says what the link does before it does it: a mail reader that opens links by itself signs nobody in.
/// </summary>
public sealed class LinkModel(SendSignInLink send, FollowSignInLink follow, Texts texts) : PageModel
{
    public const string Address = "/connexion/lien";

    public string? Token { get; private set; }

    public LinkPurpose? Purpose { get; private set; }

    public string? Email { get; private set; }

    public bool Sent { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = InvitationModel.TokenName)] string? token, CancellationToken ct)
    {
        Token = token;
        if (token is not null)
        {
            Purpose = await follow.FindAsync(token, ct);
            Response.StatusCode = Purpose is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        }
    }

    public async Task OnPostSendAsync([FromForm] string? email, CancellationToken ct)
    {
        var result = await send.ExecuteAsync(HttpContext.Actor(), email, ct);
        (Email, Sent) = (email, !result.Failed);
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            Response.StatusCode = result.Problem == AccessProblems.TooManyAttempts ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        }
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = InvitationModel.TokenName)] string? token, CancellationToken ct)
    {
        var result = await follow.ExecuteAsync(token, HttpContext.Address(), ct);
        if (result.Failed)
        {
            await OnGetAsync(token ?? "", ct);
            return Page();
        }

        await HttpContext.OpenSessionAsync(result.Value.AccountId, result.Value.Method);
        return Redirect(Url.Content("~" + (result.Value.Method == SignInMethod.Recovery ? AccountModel.Address : SessionCookie.Workspace)));
    }
}
