using Maillage.Access.Rights;
using Maillage.Network.Organisations.Imports;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>Where a person settles what producers would change of what people wrote.</summary>
[Needs(Permission.EditOrganisation)]
public sealed class ProposalsModel(WaitingProposals proposals, SettleProposal settle, Texts texts) : PageModel
{
    public const string Address = "/espace/propositions";

    public IReadOnlyList<WaitingProposal> Proposals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Proposals = await proposals.ReadAsync(HttpContext.Actor(), ct);

    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, [FromForm] string? outcome, CancellationToken ct)
    {
        var result = await settle.ExecuteAsync(HttpContext.Actor(), id, outcome == "take", ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + Address));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await OnGetAsync(ct);
        return Page();
    }
}
