using Maillage.Access.Accounts;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>Takes a new e-mail address, once its mailbox is proved by the link; the page says so before it does it.</summary>
public sealed class EmailModel(ChangeEmail change) : PageModel
{
    public string? Token { get; private set; }

    public string? Email { get; private set; }

    public bool Done { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = InvitationModel.TokenName)] string? token, CancellationToken ct)
    {
        (Token, Email) = (token, await change.FindAsync(token, ct));
        Response.StatusCode = Email is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
    }

    public async Task OnPostAsync([FromForm(Name = InvitationModel.TokenName)] string? token, CancellationToken ct)
    {
        await OnGetAsync(token, ct);
        if (Email is not null)
        {
            Done = !(await change.FollowAsync(token, HttpContext.Address(), ct)).Failed;
            Email = Done ? Email : null;
        }
    }
}
