using System.Globalization;
using Maillage.Access;
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

    /// <summary>In the address: identifier of the learner for whom a guardian is invited.</summary>
    public const string LearnerName = "apprenant";

    /// <summary>What the form holds, as typed.</summary>
    public sealed record Form(
        string? Email, string? Name, string? Role, string? Scope, string? StartsOn, string? EndsOn, string? Language, string? BirthDate, string? GuardianEmail);

    public Form Typed { get; private set; } = new(null, null, null, null, null, null, Hosting.Language.French, null, null);

    public IReadOnlyList<(string Code, string Name)> Roles { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Scopes { get; private set; } = [];

    /// <summary>Whether the actor invites learners, of whom more is asked.</summary>
    public bool InvitesLearners { get; private set; }

    public string Today => clock.Today().ToString("O", CultureInfo.InvariantCulture);

    /// <param name="learnerId">For a guardian: the learner for whom they answer.</param>
    /// <param name="ct">Stops the reading.</param>
    public Task OnGetAsync([FromQuery(Name = LearnerName)] Guid? learnerId, CancellationToken ct) => OfferAsync(learnerId, ct);

    public async Task<IActionResult> OnPostAsync([FromForm] Form typed, [FromQuery(Name = LearnerName)] Guid? learnerId, CancellationToken ct)
    {
        Typed = typed;
        var result = !IsDay(typed.StartsOn, out var startsOn) ? AccessProblems.FirstDayPast
            : !IsDay(typed.EndsOn, out var endsOn) ? AccessProblems.LastDayPast
            : !IsDay(typed.BirthDate, out var birthDate) ? AccessProblems.BirthDateWrong
            : await invite.ExecuteAsync(HttpContext.Actor(), new Invite.Input(
                typed.Email,
                typed.Name,
                EnumCode.TryParse<Role>(typed.Role, out var role) ? role : null,
                ScopeChoice.Parse(typed.Scope),
                startsOn,
                endsOn,
                typed.Language == Hosting.Language.English ? Hosting.Language.English : Hosting.Language.French,
                birthDate,
                typed.GuardianEmail), ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + IndexModel.After("invited")));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await OfferAsync(learnerId, ct);
        return Page();
    }

    private static bool IsDay(string? typed, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(typed, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        day = isDay ? parsed : null;
        return isDay || string.IsNullOrWhiteSpace(typed);
    }

    private async Task OfferAsync(Guid? learnerId, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        var roles = Enum.GetValues<Role>().Where(role => (role == Role.Guardian) == learnerId.HasValue && actor.Roles.Any(held => PermissionTable.GivenBy(held.Role).Contains(role))).ToList();
        InvitesLearners = roles.Contains(Role.Learner);
        Roles = [.. roles.Select(role => (role.ToCode(), texts.Of("access.role", role)))];
        Scopes = learnerId is { } id
            ? await choice.OfAsync(Scope.Self(id), ct)
            : await choice.WithinAsync(actor, Permission.GiveRoles, roles.SelectMany(PermissionTable.ScopesOf).ToHashSet(), ct);
    }
}
