using Maillage.Access.PersonalData;
using Maillage.Access.Rights;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.PersonalData;

/// <summary>What the retention table says must go: shown first, then erased.</summary>
[Needs(Permission.EraseData)]
public sealed class ExpiredModel(EraseExpired expired) : PageModel
{
    public const string Address = "/espace/effacement";

    public IReadOnlyDictionary<DataKind, int> Counts { get; private set; } = new Dictionary<DataKind, int>();

    public bool Done { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Counts = await expired.PreviewAsync(ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        await expired.ExecuteAsync(HttpContext.Actor().Author, ct);
        Done = true;
        await OnGetAsync(ct);
    }
}
