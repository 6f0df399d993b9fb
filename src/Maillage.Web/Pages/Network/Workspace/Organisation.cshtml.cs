using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>Changes what is said of one organisation, and lets someone of it do so by a link.</summary>
[Needs(Permission.EditOrganisation)]
public sealed class OrganisationModel(EditOrganisation edit, CorrectionLinks links, Texts texts) : PageModel
{
    private const string SaidName = "fait";

    public Organisation Organisation { get; private set; } = null!;

    public OrganisationForm Form { get; private set; } = null!;

    /// <summary>The links that still serve; nothing for who may send none.</summary>
    public IReadOnlyList<ActionLink>? Links { get; private set; }

    public string? LinkEmail { get; private set; }

    public string? Said { get; private set; }

    public static string AddressOf(Guid organisationId) => $"{OrganisationsModel.Address}/{organisationId}";

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        Said = said is "saved" or "link_sent" or "link_revoked" ? said : null;
        await ShowAsync(id, null, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] OrganisationForm typed, CancellationToken ct)
    {
        var result = await edit.ExecuteAsync(HttpContext.Actor(), id, typed.Input, ct);
        return result.Failed ? await RefuseAsync(id, result.Problem, typed, ct) : Done(id, "saved");
    }

    public async Task<IActionResult> OnPostSendAsync([FromRoute] Guid id, [FromForm] string? recipient, CancellationToken ct)
    {
        var result = await links.SendAsync(HttpContext.Actor(), id, recipient, Language.Current, ct);
        LinkEmail = recipient;
        return result.Failed ? await RefuseAsync(id, result.Problem with { Field = result.Problem.Field is null ? null : "recipient" }, null, ct) : Done(id, "link_sent");
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromRoute] Guid id, [FromForm] Guid linkId, CancellationToken ct)
    {
        await links.RevokeAsync(HttpContext.Actor(), linkId, ct);
        return Done(id, "link_revoked");
    }

    private async Task<IActionResult> RefuseAsync(Guid id, Problem problem, OrganisationForm? typed, CancellationToken ct)
    {
        ModelState.Clear();
        ModelState.Add(problem, texts);
        Response.StatusCode = problem == OrganisationProblems.ChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await ShowAsync(id, typed, ct);
        return Page();
    }

    private RedirectResult Done(Guid id, string what) => Redirect(Url.Content("~" + AddressOf(id)) + QueryString.Create(SaidName, what));

    private async Task ShowAsync(Guid id, OrganisationForm? typed, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        (Organisation, var version) = await edit.ReadAsync(actor, id, ct);
        Form = OrganisationForm.Of(Organisation, version, typed);
        Links = await links.ReadAsync(actor, id, ct);
    }
}
