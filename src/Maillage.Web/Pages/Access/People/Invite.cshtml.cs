using System.Globalization;
using Maillage.Access.Invitations;
using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.People;

/// <summary>Invites someone to a role of the level below.</summary>
[Needs(Permission.GiveRoles)]
public sealed class InviteModel(Invite invite, IScopeDirectory scopes, Texts texts, TimeProvider clock) : PageModel
{
    public const string Address = "/espace/personnes/inviter";

    /// <summary>What the form holds, as typed.</summary>
    public sealed record Form(string? Email, string? Name, string? Role, string? Scope, string? EndsOn, string? Language);

    public Form Typed { get; private set; } = new(null, null, null, null, null, Hosting.Language.French);

    public IReadOnlyList<(string Code, string Name)> Roles { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Scopes { get; private set; } = [];

    public string Today => clock.Today().ToString("O", CultureInfo.InvariantCulture);

    public Task OnGetAsync(CancellationToken ct) => OfferAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromForm] Form typed, CancellationToken ct)
    {
        Typed = typed;
        var isDated = DateOnly.TryParseExact(typed.EndsOn, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var endsOn);
        var result = !isDated && !string.IsNullOrWhiteSpace(typed.EndsOn)
            ? Maillage.Access.AccessProblems.LastDayPast
            : await invite.ExecuteAsync(HttpContext.Actor(), new Invite.Input(
                typed.Email,
                typed.Name,
                EnumCode.TryParse<Role>(typed.Role, out var role) ? role : null,
                ScopeOf(typed.Scope),
                isDated ? endsOn : null,
                typed.Language == Hosting.Language.English ? Hosting.Language.English : Hosting.Language.French), ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + IndexModel.After("invited")));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await OfferAsync(ct);
        return Page();
    }

    private async Task OfferAsync(CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        var roles = Enum.GetValues<Role>().Where(role => actor.Roles.Any(held => PermissionTable.GivenBy(held.Role).Contains(role))).ToList();
        var kinds = roles.SelectMany(PermissionTable.ScopesOf).ToHashSet();
        var within = (await scopes.WithinAsync(actor.ScopesFor(Permission.GiveRoles), ct)).Where(scope => kinds.Contains(scope.Kind)).ToList();
        var names = await scopes.NamesOfAsync(within, ct);
        Roles = [.. roles.Select(role => (role.ToCode(), texts.Of("access.role", role)))];
        Scopes =
        [
            .. within.Select(scope => (CodeOf(scope), $"{texts.Of("access.scope", scope.Kind)} · {names.GetValueOrDefault(scope, texts["access.home.everywhere"])}", scope.Kind))
                .OrderBy(option => option.Kind).ThenBy(option => option.Item2, StringComparer.CurrentCulture).Select(option => (option.Item1, option.Item2)),
        ];
    }

    private static string CodeOf(Scope scope) => $"{scope.Kind.ToCode()}:{scope.Key}";

    private static Scope? ScopeOf(string? code) =>
        code?.Split(':', 2) is [var kind, { Length: <= Scope.KeyMaxLength } key] && EnumCode.TryParse<ScopeKind>(kind, out var known) ? new Scope(known, key) : null;
}
