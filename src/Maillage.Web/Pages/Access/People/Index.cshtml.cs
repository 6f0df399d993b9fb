using Maillage.Access.Guardians;
using Maillage.Access.Invitations;
using Maillage.Access.People;
using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.People;

/// <summary>The people of one's perimeter, what they are to it, and who is invited.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(PeopleOfActor people, WithdrawInvitation withdraw, AskGuardian askGuardian, IScopeDirectory scopes, Texts texts, TimeProvider clock) : PageModel
{
    public const string Address = "/espace/personnes";
    public const int TextMaxLength = 100;
    private const string SaidName = "fait";

    private IReadOnlyDictionary<Scope, string> _names = new Dictionary<Scope, string>();

    public IReadOnlyList<SeenRole> Roles { get; private set; } = [];

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>What guardians were asked, and have not answered.</summary>
    public IReadOnlyList<GuardianAgreement> Asked { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public AddressFilters Filters { get; private set; } = null!;

    /// <summary>Code of the sentence about what was just done.</summary>
    public string? Said { get; private set; }

    public bool MayInvite => HttpContext.Actor().Can(Permission.GiveRoles);

    public string NameOf(Scope scope) => _names.GetValueOrDefault(scope, texts["access.home.everywhere"]);

    /// <summary>Address of this page after something was done.</summary>
    public static string After(string done) => Address + QueryString.Create(SaidName, done);

    public async Task OnGetAsync([FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Said = said is "invited" or "withdrawn" or "ended" or "recovery" or "asked" ? $"access.people.{said}" : null;
        Number = Filters.Page();
        (Roles, Total) = await people.ReadAsync(actor, Filters.Text("q", TextMaxLength), Filters.OneOf<Role>("role", texts["access.people.role"]), Number, ct);
        Invitations = await people.InvitationsAsync(actor, ct);
        Asked = await askGuardian.WaitingAsync(actor, ct);
        _names = await scopes.NamesOfAsync([.. Roles.Select(row => row.Assignment.Scope), .. Invitations.Select(row => row.Scope), .. Asked.Select(row => row.Scope)], ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    public async Task<IActionResult> OnPostAskAgainAsync([FromForm] Guid agreementId, CancellationToken ct) =>
        await AnswerAsync(await askGuardian.AgainAsync(HttpContext.Actor(), agreementId, ct), "asked", ct);

    public async Task<IActionResult> OnPostNoLongerAskAsync([FromForm] Guid agreementId, CancellationToken ct)
    {
        await askGuardian.WithdrawAsync(HttpContext.Actor(), agreementId, ct);
        return Redirect(Url.Content("~" + After("withdrawn")));
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid id, CancellationToken ct) =>
        await AnswerAsync(await withdraw.ExecuteAsync(HttpContext.Actor(), id, ct), "withdrawn", ct);

    private async Task<IActionResult> AnswerAsync(Result result, string done, CancellationToken ct)
    {
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + After(done)));
        }

        ModelState.Add(result.Problem, texts);
        await OnGetAsync(null, ct);
        return Page();
    }
}
