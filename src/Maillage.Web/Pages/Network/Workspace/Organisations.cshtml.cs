using Maillage.Access.Rights;
using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>The organisations that one may change.</summary>
[Needs(Permission.EditOrganisation)]
public sealed class OrganisationsModel(OrganisationsOfActor organisations, Texts texts) : PageModel
{
    public const string Address = "/espace/organisations";

    public IReadOnlyList<ListedOrganisation> Organisations { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public AddressFilters Filters { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Number = Filters.Page();
        (Organisations, Total) = await organisations.ReadAsync(HttpContext.Actor(), Filters.Text("q", OrganisationFilter.TextMaxLength), Number, ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
