using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Messages;
using Maillage.Network.Organisations.Imports;
using Maillage.Publishing;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Messages;
using Maillage.Web.Pages.Network.Workspace;
using Maillage.Web.Pages.Publishing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>Home of a signed-in person: what waits for them first, then what they are to the network.</summary>
[SignedIn]
public sealed class HomeModel(Credentials credentials, IScopeDirectory scopes, AnswerReport reports, WaitingProposals proposals, MessageQueue messages, EndSession end, Texts texts) : PageModel
{
    public CurrentSession Session => HttpContext.RequiredSession();

    public IReadOnlyList<(Role Role, string Scope)> Roles { get; private set; } = [];

    public bool NeedsCredential { get; private set; }

    /// <summary>What waits for the person: a sentence, and the page where it is dealt with.</summary>
    public IReadOnlyList<(string Sentence, string Address)> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var names = await scopes.NamesOfAsync([.. Session.Actor.Roles.Select(held => held.Scope)], ct);
        Roles = [.. Session.Actor.Roles.Select(held => (held.Role, names.GetValueOrDefault(held.Scope, texts["access.home.everywhere"])))];
        Waiting = [.. await WaitingAsync(ct)];
        NeedsCredential = !await credentials.HasAnyAsync(Session.AccountId, ct);
    }

    private async Task<List<(string Sentence, string Address)>> WaitingAsync(CancellationToken ct)
    {
        var (actor, waiting) = (Session.Actor, new List<(string, string)>());
        if (actor.Can(Permission.AnswerReports) && await reports.CountAsync(actor, ct) is > 0 and var told)
        {
            waiting.Add((texts.Count("access.home.reports", told), ReportsModel.Address));
        }

        if (actor.Can(Permission.EditOrganisation) && await proposals.CountAsync(actor, ct) is > 0 and var proposed)
        {
            waiting.Add((texts.Count("access.home.proposals", proposed), ProposalsModel.Address));
        }

        if (actor.Can(Permission.FollowMessages) && (await messages.CountAsync(ct))[MessageState.Uncertain] is > 0 and var uncertain)
        {
            waiting.Add((texts.Count("access.home.messages", uncertain), QueueModel.Address + "?state=uncertain"));
        }

        return waiting;
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken ct)
    {
        await end.ExecuteAsync(Session.Actor, Session.SessionId, ct);
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        return Redirect(Url.Content("~/"));
    }
}
