using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>Home of a signed-in person: what waits for them first, then what they are to the network.</summary>
[SignedIn]
public sealed class HomeModel(Credentials credentials, IScopeDirectory scopes, EndSession end, Texts texts) : PageModel
{
    public CurrentSession Session => HttpContext.RequiredSession();

    public IReadOnlyList<(Role Role, string Scope)> Roles { get; private set; } = [];

    public bool NeedsCredential { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var names = await scopes.NamesOfAsync([.. Session.Actor.Roles.Select(held => held.Scope)], ct);
        Roles = [.. Session.Actor.Roles.Select(held => (held.Role, names.GetValueOrDefault(held.Scope, texts["access.home.everywhere"])))];
        NeedsCredential = !await credentials.HasAnyAsync(Session.AccountId, ct);
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken ct)
    {
        await end.ExecuteAsync(Session.Actor, Session.SessionId, ct);
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        return Redirect(Url.Content("~/"));
    }
}
