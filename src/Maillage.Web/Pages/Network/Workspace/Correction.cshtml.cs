using Maillage.Access.Links;
using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>Where the holder of a link corrects what is said of their organisation, without an account; the page says what the link is.</summary>
[PrivatePage]
public sealed class CorrectionModel(FollowActionLink follow, EditOrganisation edit, Texts texts) : PageModel
{
    public const string Address = "/lien/organisation";

    public HeldLink? Held { get; private set; }

    public string? Token { get; private set; }

    public Organisation Organisation { get; private set; } = null!;

    public OrganisationForm Form { get; private set; } = null!;

    public bool Saved { get; private set; }

    public Task OnGetAsync([FromQuery(Name = "jeton")] string? token, CancellationToken ct) => ShowAsync(token, null, ct);

    public async Task OnPostAsync([FromForm(Name = "jeton")] string? token, [FromForm] OrganisationForm typed, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { Link.SubjectId: { } organisationId } held)
        {
            await ShowAsync(token, typed, ct);
            return;
        }

        var result = await edit.ExecuteAsync(held.Actor, organisationId, typed.Input, ct);
        ModelState.Clear();
        Saved = !result.Failed;
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            Response.StatusCode = result.Problem == OrganisationProblems.ChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        }

        await ShowAsync(token, result.Failed ? typed : null, ct);
    }

    private Task<HeldLink?> FindAsync(string? token, CancellationToken ct) => follow.ExecuteAsync(token, LinkPurpose.CorrectOrganisation, HttpContext.Address(), ct);

    private async Task ShowAsync(string? token, OrganisationForm? typed, CancellationToken ct)
    {
        (Token, Held) = (token, await FindAsync(token, ct));
        if (Held is not { Link.SubjectId: { } organisationId } held)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        (Organisation, var version) = await edit.ReadAsync(held.Actor, organisationId, ct);
        Form = OrganisationForm.Of(Organisation, version, typed);
    }
}
