using System.Globalization;
using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;
using Maillage.Steering.Funding;
using Maillage.Web.Api;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Funding;

/// <summary>One grant: what is expected, set aside, spent and received on it, and what is left.</summary>
[Needs(Permission.EditCampus)]
[RequestSizeLimit(UploadedFile.MaxRequestBytes)]
public sealed class GrantModel(ReadFunding funding, KeepAccounts accounts, ActionPlan plan, Texts texts) : PageModel
{
    /// <summary>What the small forms of the page hold, as typed; each sends its own.</summary>
    public sealed record LineForm(
        string? DeadlineTitle, string? DeadlineDueOn, string? BudgetTitle, string? BudgetAmount, string? BudgetAction, string? PaymentReceivedOn, string? PaymentLabel, string? PaymentAmount,
        string? ExpensePaidOn, string? ExpenseLabel, string? ExpenseAmount, string? ExpenseAction, bool ExpenseEligible);

    public OpenedGrant Opened { get; private set; } = null!;

    public GrantForm Form { get; private set; } = null!;

    /// <summary>Whether the form of the grant was sent and refused.</summary>
    public bool IsRefused { get; private set; }

    public LineForm Typed { get; private set; } = new(null, null, null, null, null, null, null, null, null, null, null, null, true);

    public IEnumerable<(string Code, string Name)> Actions { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public bool IsSaved { get; private set; }

    public static string AddressOf(Guid grantId) => $"/espace/financements/{grantId}";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromQuery] string? format, [FromQuery(Name = SteeringAnswer.SaidName)] string? said, CancellationToken ct)
    {
        IsSaved = said is not null;
        await ShowAsync(id, null, ct);
        if (EnumCode.TryParse<TableFormat>(format, out var asked))
        {
            return new TableDownload<ListedExpense>(asked, funding.Export(Opened.Opened, id), ExpenseExport.Columns(texts), texts["steering.funding.file"]);
        }

        var filters = new AddressFilters(Request.Query, ModelState, texts);
        Number = filters.PageWithin(Opened.ExpenseCount, ReadFunding.PageSize);
        if (Number > 1)
        {
            await ShowAsync(id, null, ct);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] GrantForm typed, CancellationToken ct)
    {
        var result = await accounts.ChangeAsync(HttpContext.Actor(), id, typed.Input, typed.Version, ct);
        IsRefused = result.Failed;
        return await AnswerAsync(id, result, typed, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var (grant, _) = await funding.FindAsync(HttpContext.Actor(), id, ct);
        var result = await accounts.RemoveAsync(HttpContext.Actor(), id, ct);
        return result.Failed ? await AnswerAsync(id, result, null, ct) : this.Done(IndexModel.AddressOf(grant.CampusId), "removed");
    }

    public async Task<IActionResult> OnPostDeadlineAsync([FromRoute] Guid id, [FromForm] LineForm typed, CancellationToken ct)
    {
        Typed = typed;
        return await AnswerAsync(id, await accounts.ExpectAsync(HttpContext.Actor(), id, typed.DeadlineTitle, typed.DeadlineDueOn, ct), null, ct);
    }

    public async Task<IActionResult> OnPostMeetAsync([FromRoute] Guid id, [FromForm] Guid lineId, CancellationToken ct)
    {
        await accounts.MeetAsync(HttpContext.Actor(), id, lineId, ct);
        return await AnswerAsync(id, Result.Ok, null, ct);
    }

    public async Task<IActionResult> OnPostBudgetAsync([FromRoute] Guid id, [FromForm] LineForm typed, CancellationToken ct)
    {
        Typed = typed;
        return await AnswerAsync(id, await accounts.BudgetAsync(HttpContext.Actor(), id, SteeringAnswer.IdOf(typed.BudgetAction), typed.BudgetTitle, typed.BudgetAmount, ct), null, ct);
    }

    public async Task<IActionResult> OnPostPaymentAsync([FromRoute] Guid id, [FromForm] LineForm typed, CancellationToken ct)
    {
        Typed = typed;
        return await AnswerAsync(id, await accounts.ReceiveAsync(HttpContext.Actor(), id, typed.PaymentReceivedOn, typed.PaymentLabel, typed.PaymentAmount, ct), null, ct);
    }

    public async Task<IActionResult> OnPostExpenseAsync([FromRoute] Guid id, [FromForm] LineForm typed, IFormFile? file, CancellationToken ct)
    {
        Typed = typed;
        var content = await UploadedFile.ReadAsync(file, ct);
        var input = new KeepAccounts.ExpenseInput(
            typed.ExpensePaidOn, typed.ExpenseLabel, typed.ExpenseAmount, typed.ExpenseEligible, SteeringAnswer.IdOf(typed.ExpenseAction), content is null ? null : new AttachFile.SentFile(file!.FileName, content));
        return await AnswerAsync(id, await accounts.SpendAsync(HttpContext.Actor(), id, input, ct), null, ct);
    }

    public async Task<IActionResult> OnPostTakeBackAsync([FromRoute] Guid id, [FromForm] Guid lineId, CancellationToken ct)
    {
        await accounts.TakeBackAsync(HttpContext.Actor(), id, lineId, ct);
        return await AnswerAsync(id, Result.Ok, null, ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, GrantForm? typed, CancellationToken ct)
    {
        if (!result.Failed)
        {
            return this.Done(AddressOf(id), "saved");
        }

        this.Refuse(result.Problem, texts);
        await ShowAsync(id, typed, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, GrantForm? typed, CancellationToken ct)
    {
        Opened = await funding.GrantAsync(HttpContext.Actor(), id, Number, ct);
        Actions = await plan.TitlesAsync(Opened.Opened, ct);
        var grant = Opened.Grant;
        Form = typed is not null ? typed with { Version = Opened.Version } : new GrantForm(
            grant.Name, grant.Funder, grant.Call, grant.Amount.Euros.ToString("0.00", CultureInfo.CurrentCulture), grant.Rules,
            grant.StartsOn?.ToString("O", CultureInfo.InvariantCulture), grant.EndsOn?.ToString("O", CultureInfo.InvariantCulture), Opened.Version);
    }
}
