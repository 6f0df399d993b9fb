using Maillage.Access.Rights;
using Maillage.Network.Organisations.Editing;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>The organisations that one may change.</summary>
[Needs(Permission.EditOrganisation)]
public sealed class OrganisationsModel(OrganisationsOfActor organisations) : PageModel
{
    public const string Address = "/espace/organisations";

    public IReadOnlyList<ListedOrganisation> Organisations { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public string? Query { get; private set; }

    public async Task OnGetAsync([FromQuery] string? q, [FromQuery] string? page, CancellationToken ct)
    {
        Query = q is { Length: > 100 } ? q[..100] : q;
        Number = int.TryParse(page, out var number) && number > 0 ? Math.Min(number, 10_000) : 1;
        (Organisations, Total) = await organisations.ReadAsync(HttpContext.Actor(), Query, Number, ct);
    }
}
