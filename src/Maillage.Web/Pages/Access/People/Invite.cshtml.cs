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
public sealed class InviteModel(Invite invite, ScopeChoice choice, Texts texts, TimeProvider clock) : PageModel
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
                ScopeChoice.Parse(typed.Scope),
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
        Roles = [.. roles.Select(role => (role.ToCode(), texts.Of("access.role", role)))];
        Scopes = await choice.WithinAsync(actor, Permission.GiveRoles, roles.SelectMany(PermissionTable.ScopesOf).ToHashSet(), ct);
    }
}
