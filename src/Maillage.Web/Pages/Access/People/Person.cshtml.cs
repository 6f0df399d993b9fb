using System.Globalization;
using Maillage.Access;
using Maillage.Access.Guardians;
using Maillage.Access.Links;
using Maillage.Access.People;
using Maillage.Access.Rights;
using Maillage.Data.Audit;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.People;

/// <summary>One person of one's perimeter: the roles that one may see, and end.</summary>
[Needs(Permission.SeePeople)]
public sealed class PersonModel(PeopleOfActor people, EndRole end, AllowRecovery recover, AskGuardian askGuardian, IScopeDirectory scopes, Texts texts) : PageModel
{
    private IReadOnlyDictionary<Scope, string> _names = new Dictionary<Scope, string>();

    public IReadOnlyList<SeenRole> Roles { get; private set; } = [];

    public string Name => Roles[0].Name;

    public string Email => Roles[0].Email;

    public bool MayRecover { get; private set; }

    public bool IsLearner => Roles.Any(seen => seen.Assignment.Role == Role.Learner);

    public bool MayInviteGuardian => Roles.Any(seen => seen.Assignment.Role == Role.Learner && seen.MayEnd);

    /// <summary>Who answers for a learner.</summary>
    public IReadOnlyList<SeenRole> Guardians { get; private set; } = [];

    /// <summary>The agreements on which the account of a learner rests.</summary>
    public IReadOnlyList<GuardianAgreement> Agreements { get; private set; } = [];

    public static string AddressOf(Guid accountId) => $"{IndexModel.Address}/{accountId}";

    public string NameOf(Scope scope) => _names.GetValueOrDefault(scope, texts["access.home.everywhere"]);

    public async Task OnGetAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        Roles = await people.OfPersonAsync(actor, id, ct);
        MayRecover = id != actor.AccountId && await people.MayRecoverAsync(actor, id, ct);
        if (IsLearner)
        {
            Guardians = await people.GuardiansAsync(actor, id, ct);
            Agreements = await askGuardian.OfLearnerAsync(actor, id, ct);
        }

        _names = await scopes.NamesOfAsync([.. Roles.Select(row => row.Assignment.Scope)], ct);
    }

    public async Task<IActionResult> OnPostEndAsync([FromRoute] Guid id, [FromForm] Guid assignmentId, [FromForm] string? lastDay, [FromForm] string? reason, CancellationToken ct)
    {
        var isDated = DateOnly.TryParseExact(lastDay, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var result = isDated || string.IsNullOrWhiteSpace(lastDay)
            ? await end.ExecuteAsync(HttpContext.Actor(), assignmentId, isDated ? day : null, Short(reason), ct)
            : AccessProblems.LastDayPast;
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + IndexModel.After("ended")));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await OnGetAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRecoverAsync([FromRoute] Guid id, [FromForm] string? reason, CancellationToken ct)
    {
        await recover.ExecuteAsync(HttpContext.Actor(), id, Short(reason), ct);
        return Redirect(Url.Content("~" + IndexModel.After("recovery")));
    }

    private static string? Short(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : reason.Length <= AuditEntry.ReasonMaxLength ? reason : reason[..AuditEntry.ReasonMaxLength];
}
