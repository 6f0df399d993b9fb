using Maillage.Access.Guardians;
using Maillage.Access.Rights;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Pages.Access.PersonalData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.Guardians;

/// <summary>Where a guardian agrees that a learner has an account, or takes it back: by the link that was sent, or from their own account.</summary>
public abstract class AgreementPage(AnswerForLearner answer, Texts texts) : PageModel
{
    public IReadOnlyList<SeenAgreement> Agreements { get; private set; } = [];

    /// <summary>Secret of the link; none from an account.</summary>
    public string? Token { get; private set; }

    /// <summary>What was just answered: <c>agreed</c> or <c>refused</c>.</summary>
    public string? Answered { get; private set; }

    public Task OnGetAsync([FromQuery(Name = InvitationModel.TokenName)] string? token, CancellationToken ct) => ShowAsync(token, ct);

    public async Task OnPostAgreeAsync([FromForm(Name = InvitationModel.TokenName)] string? token, [FromForm] Guid id, CancellationToken ct)
    {
        if (await ActorAsync(token, ct) is { } actor)
        {
            var result = await answer.AgreeAsync(actor, id, ct);
            Answered = result.Failed ? null : "agreed";
            if (result.Failed)
            {
                ModelState.Add(result.Problem, texts);
                Response.StatusCode = StatusCodes.Status400BadRequest;
            }
        }

        await ShowAsync(token, ct);
    }

    public async Task OnPostRefuseAsync([FromForm(Name = InvitationModel.TokenName)] string? token, [FromForm] Guid id, CancellationToken ct)
    {
        if (await ActorAsync(token, ct) is { } actor)
        {
            await answer.RefuseAsync(actor, id, ct);
            Answered = "refused";
        }
        else
        {
            await ShowAsync(token, ct);
        }
    }

    public async Task<IActionResult> OnPostExportAsync([FromForm(Name = InvitationModel.TokenName)] string? token, [FromForm] Guid id, CancellationToken ct)
    {
        if (await ActorAsync(token, ct) is { } actor)
        {
            return PersonalDataFile.Of(await answer.ExportAsync(actor, id, ct));
        }

        await ShowAsync(token, ct);
        return Page();
    }

    /// <summary>Who asks; nobody when the link no longer serves.</summary>
    protected abstract Task<Actor?> ActorAsync(string? token, CancellationToken ct);

    private async Task ShowAsync(string? token, CancellationToken ct)
    {
        Token = token;
        if (await ActorAsync(token, ct) is { } actor)
        {
            Agreements = await answer.ReadAsync(actor, ct);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
