using System.Globalization;
using Maillage.Access.ApiKeys;
using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.ApiKeys;

/// <summary>The keys by which other systems act through the API.</summary>
[Needs(Permission.GiveApiKeys)]
public sealed class IndexModel(GiveApiKey keys, IScopeDirectory scopes, ScopeChoice choice, Texts texts) : PageModel
{
    public const string Address = "/espace/cles";

    private static readonly HashSet<ScopeKind> Kinds = [ScopeKind.National, ScopeKind.AcademicRegion, ScopeKind.Campus, ScopeKind.Organisation];

    private IReadOnlyDictionary<Scope, string> _names = new Dictionary<Scope, string>();

    /// <summary>What the form holds, as typed.</summary>
    public sealed record Form(string? Name, string? Permission, string? Scope, string? EndsOn);

    public Form Typed { get; private set; } = new(null, null, null, null);

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Scopes { get; private set; } = [];

    /// <summary>A key just made, shown this once.</summary>
    public string? Fresh { get; private set; }

    public string NameOf(Scope scope) => _names.GetValueOrDefault(scope, texts["access.home.everywhere"]);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        Keys = await keys.ReadAsync(actor, ct);
        Scopes = await choice.WithinAsync(actor, Permission.GiveApiKeys, Kinds, ct);
        _names = await scopes.NamesOfAsync([.. Keys.Select(key => key.Scope)], ct);
    }

    public async Task OnPostAsync([FromForm] Form typed, CancellationToken ct)
    {
        var result = await keys.ExecuteAsync(
            HttpContext.Actor(), typed.Name, EnumCode.TryParse<Permission>(typed.Permission, out var permission) ? permission : null, ScopeChoice.Parse(typed.Scope),
            DateOnly.TryParseExact(typed.EndsOn, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, ct);
        if (result.Failed)
        {
            Typed = typed;
            ModelState.Add(result.Problem, texts);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Fresh = result.Value;
        await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] Guid id, CancellationToken ct)
    {
        await keys.RevokeAsync(HttpContext.Actor(), id, ct);
        return Redirect(Url.Content("~" + Address));
    }
}
