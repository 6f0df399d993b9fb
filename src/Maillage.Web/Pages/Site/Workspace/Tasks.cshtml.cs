using Maillage.Access.Rights;
using Maillage.OpenData.Imports;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Site.Workspace;

/// <summary>The imports that were run, and what each changed.</summary>
[Needs(Permission.FollowJobs)]
public sealed class TasksModel(LatestImports imports) : PageModel
{
    public const string Address = "/espace/taches";

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Runs = await imports.ReadAsync(null, LatestImports.MaxCount, ct);
}
