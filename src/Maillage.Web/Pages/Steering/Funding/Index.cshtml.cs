using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Funding;
using Maillage.Web.Api;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Funding;

/// <summary>What the form of a grant holds, as typed.</summary>
public sealed record GrantForm(string? Name, string? Funder, string? Call, string? Amount, string? Rules, string? StartsOn, string? EndsOn, int Version)
{
    public static readonly GrantForm Empty = new(null, null, null, null, null, null, null, 0);

    public KeepAccounts.GrantInput Input => new(Name, Funder, Call, Amount, Rules, StartsOn, EndsOn);
}

/// <summary>The money of a campus: its grants, what is left by funder and by action, and every expense as a table to take away.</summary>
[Needs(Permission.EditCampus)]
public sealed class IndexModel(ReadFunding funding, KeepAccounts accounts, OpenCampus open, Texts texts) : PageModel
{
    public OpenedCampus Opened { get; private set; } = null!;

    public CampusFunding Funding { get; private set; } = null!;

    public GrantForm Typed { get; private set; } = GrantForm.Empty;

    public bool IsSaved { get; private set; }

    public static string AddressOf(Guid campusId) => $"{Actions.IndexModel.AddressOf(campusId)}/financements";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromQuery] string? format, [FromQuery(Name = SteeringAnswer.SaidName)] string? said, CancellationToken ct)
    {
        IsSaved = said is not null;
        await ShowAsync(id, ct);
        return EnumCode.TryParse<TableFormat>(format, out var asked)
            ? new TableDownload<ListedExpense>(asked, funding.Export(Opened), ExpenseExport.Columns(texts), texts["steering.funding.file"])
            : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] GrantForm typed, CancellationToken ct)
    {
        var result = await accounts.AddAsync(HttpContext.Actor(), id, typed.Input, ct);
        if (!result.Failed)
        {
            return this.Done(GrantModel.AddressOf(result.Value), "saved");
        }

        this.Refuse(result.Problem, texts);
        Typed = typed;
        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken ct)
    {
        Opened = await open.ForTeamAsync(HttpContext.Actor(), id, ct);
        Funding = await funding.OfCampusAsync(Opened, ct);
    }
}
