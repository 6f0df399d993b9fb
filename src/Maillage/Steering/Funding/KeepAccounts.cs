using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Funding;

/// <summary>Writes the grants of a campus, and what is expected, set aside, spent and received on each.</summary>
public sealed class KeepAccounts(MaillageDb db, OpenCampus open, ReadFunding funding, AttachFile files, TimeProvider clock)
{
    /// <summary>Amounts and days as people type them.</summary>
    public sealed record GrantInput(string? Name, string? Funder, string? Call, string? Amount, string? Rules, string? StartsOn, string? EndsOn);

    public sealed record ExpenseInput(string? PaidOn, string? Label, string? Amount, bool IsEligible, Guid? Action, AttachFile.SentFile? File);

    /// <returns>Identifier of the grant.</returns>
    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid campusId, GrantInput input, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        var grant = new Grant { CampusId = campusId, Name = "", Funder = "", AmountCents = 0 };
        if (Fill(grant, input) is { } wrong)
        {
            return wrong;
        }

        if (await db.Grants.CountAsync(row => row.CampusId == campusId, ct) >= Grant.MostOfACampus)
        {
            return FundingProblems.TooMany;
        }

        db.Add(grant);
        await db.SaveChangesAsync(actor.Doing(SteeringActs.GrantAdded), clock, ct);
        return grant.GrantId;
    }

    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid grantId, GrantInput input, int version, CancellationToken ct)
    {
        var (grant, _) = await funding.FindAsync(actor, grantId, ct);
        if (Fill(grant, input) is { } wrong)
        {
            return wrong;
        }

        return version == db.VersionOf(grant) ? await db.SaveOrTellAsync(actor.Doing(SteeringActs.GrantChanged), clock, ct) : SteeringProblems.ChangedMeanwhile;
    }

    /// <summary>Removes a grant on which no money has moved.</summary>
    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<Result> RemoveAsync(Actor actor, Guid grantId, CancellationToken ct)
    {
        var (grant, _) = await funding.FindAsync(actor, grantId, ct);
        if (await db.Expenses.AnyAsync(row => row.GrantId == grantId, ct) || await db.GrantPayments.AnyAsync(row => row.GrantId == grantId, ct))
        {
            return FundingProblems.HasMoved;
        }

        db.Remove(grant);
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.GrantRemoved), clock, ct);
    }

    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ExpectAsync(Actor actor, Guid grantId, string? title, string? dueOn, CancellationToken ct)
    {
        var (grant, _) = await funding.FindAsync(actor, grantId, ct);
        var words = TypedText.OneLine(title);
        return words.Length is 0 or > Grant.NameMaxLength ? FundingProblems.TextWrong("deadlineTitle", words.Length)
            : !TypedText.TryDay(dueOn, out var due) || due is null ? SteeringProblems.DayWrong("deadlineDueOn", dueOn)
            : await AddAsync(actor, db.GrantDeadlines.Where(row => row.GrantId == grantId), Grant.MostDeadlines, SteeringActs.DeadlineAdded,
                new GrantDeadline { GrantId = grantId, CampusId = grant.CampusId, Title = words, DueOn = due.Value }, ct);
    }

    /// <summary>Says that what a funder expected was given, or was not after all.</summary>
    /// <exception cref="NotFound">No such deadline, or not one of a campus that the actor may change.</exception>
    public async Task MeetAsync(Actor actor, Guid grantId, Guid deadlineId, CancellationToken ct)
    {
        await funding.FindAsync(actor, grantId, ct);
        var deadline = await db.GrantDeadlines.SingleOrDefaultAsync(row => row.GrantDeadlineId == deadlineId && row.GrantId == grantId, ct) ?? throw new NotFound("The deadline");
        deadline.IsDone = !deadline.IsDone;
        await db.SaveChangesAsync(actor.Doing(SteeringActs.DeadlineMet), clock, ct);
    }

    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<Result> BudgetAsync(Actor actor, Guid grantId, Guid? action, string? title, string? amount, CancellationToken ct)
    {
        var (grant, _) = await funding.FindAsync(actor, grantId, ct);
        var words = TypedText.OneLine(title);
        return words.Length is 0 or > Grant.NameMaxLength ? FundingProblems.TextWrong("budgetTitle", words.Length)
            : !Money.TryParse(amount, out var money) ? FundingProblems.AmountWrong("budgetAmount", amount)
            : !await IsActionAsync(grant.CampusId, action, ct) ? FundingProblems.ActionUnknown with { Field = "budgetAction" }
            : await AddAsync(actor, db.BudgetLines.Where(row => row.GrantId == grantId), Grant.MostBudgetLines, SteeringActs.BudgetLineAdded,
                new BudgetLine { GrantId = grantId, CampusId = grant.CampusId, PlanActionId = action, Title = words, AmountCents = money.Cents }, ct);
    }

    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ReceiveAsync(Actor actor, Guid grantId, string? receivedOn, string? label, string? amount, CancellationToken ct)
    {
        var (grant, _) = await funding.FindAsync(actor, grantId, ct);
        var words = TypedText.OneLine(label);
        return !TypedText.TryDay(receivedOn, out var day) || day is null ? SteeringProblems.DayWrong("paymentReceivedOn", receivedOn)
            : !Money.TryParse(amount, out var money) ? FundingProblems.AmountWrong("paymentAmount", amount)
            : words.Length > Grant.NameMaxLength ? FundingProblems.TextTooLong("paymentLabel", Grant.NameMaxLength, words.Length)
            : await AddAsync(actor, db.GrantPayments.Where(row => row.GrantId == grantId), Grant.MostPayments, SteeringActs.PaymentAdded,
                new GrantPayment { GrantId = grantId, CampusId = grant.CampusId, ReceivedOn = day.Value, Label = words.OrNone(), AmountCents = money.Cents }, ct);
    }

    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<Result> SpendAsync(Actor actor, Guid grantId, ExpenseInput input, CancellationToken ct)
    {
        var (grant, _) = await funding.FindAsync(actor, grantId, ct);
        var label = TypedText.OneLine(input.Label);
        if (!TypedText.TryDay(input.PaidOn, out var day) || day is null)
        {
            return SteeringProblems.DayWrong("expensePaidOn", input.PaidOn);
        }

        if (label.Length is 0 or > Grant.NameMaxLength)
        {
            return FundingProblems.TextWrong("expenseLabel", label.Length);
        }

        if (!Money.TryParse(input.Amount, out var money))
        {
            return FundingProblems.AmountWrong("expenseAmount", input.Amount);
        }

        if (!await IsActionAsync(grant.CampusId, input.Action, ct))
        {
            return FundingProblems.ActionUnknown with { Field = "expenseAction" };
        }

        Guid? attached = null;
        if (input.File is { } sent)
        {
            var kept = await files.AddAsync(actor, grant.CampusId, sent, ct);
            if (kept.Failed)
            {
                return kept.Problem;
            }

            attached = kept.Value.AttachedFileId;
        }

        return await AddAsync(actor, db.Expenses.Where(row => row.GrantId == grantId), Grant.MostExpenses, SteeringActs.ExpenseAdded, new Expense
        {
            GrantId = grantId, CampusId = grant.CampusId, PlanActionId = input.Action, PaidOn = day.Value, Label = label, AmountCents = money.Cents, IsEligible = input.IsEligible, AttachedFileId = attached,
        }, ct);
    }

    /// <summary>Takes back what was written by mistake: a deadline, a budget line, a payment or an expense with its document. The audit keeps it.</summary>
    /// <exception cref="NotFound">No such thing, or not one of a campus that the actor may change.</exception>
    public async Task TakeBackAsync(Actor actor, Guid grantId, Guid thingId, CancellationToken ct)
    {
        await funding.FindAsync(actor, grantId, ct);
        object thing = await db.Expenses.SingleOrDefaultAsync(row => row.ExpenseId == thingId && row.GrantId == grantId, ct)
            ?? await db.GrantPayments.SingleOrDefaultAsync(row => row.GrantPaymentId == thingId && row.GrantId == grantId, ct)
            ?? await db.BudgetLines.SingleOrDefaultAsync(row => row.BudgetLineId == thingId && row.GrantId == grantId, ct)
            ?? (object?)await db.GrantDeadlines.SingleOrDefaultAsync(row => row.GrantDeadlineId == thingId && row.GrantId == grantId, ct)
            ?? throw new NotFound("The line");
        db.Remove(thing);
        if (thing is Expense { AttachedFileId: { } attached })
        {
            await files.RemoveAsync([attached], ct);
        }

        await db.SaveChangesAsync(actor.Doing(SteeringActs.LineTakenBack), clock, ct);
    }

    private async Task<Result> AddAsync<T>(Actor actor, IQueryable<T> present, int most, string act, T added, CancellationToken ct) where T : class
    {
        if (await present.CountAsync(ct) >= most)
        {
            return FundingProblems.TooMany;
        }

        db.Add(added);
        await db.SaveChangesAsync(actor.Doing(act), clock, ct);
        return Result.Ok;
    }

    private async Task<bool> IsActionAsync(Guid campusId, Guid? action, CancellationToken ct) =>
        action is null || await db.PlanActions.AnyAsync(row => row.PlanActionId == action && row.CampusId == campusId, ct);

    private static Problem? Fill(Grant grant, GrantInput input)
    {
        var (name, funder, call, rules) = (TypedText.OneLine(input.Name), TypedText.OneLine(input.Funder), TypedText.OneLine(input.Call), TypedText.Lines(input.Rules));
        if (name.Length is 0 or > Grant.NameMaxLength)
        {
            return FundingProblems.TextWrong("name", name.Length);
        }

        if (funder.Length is 0 or > Grant.NameMaxLength)
        {
            return FundingProblems.TextWrong("funder", funder.Length);
        }

        if (call.Length > Grant.NameMaxLength)
        {
            return FundingProblems.TextTooLong("call", Grant.NameMaxLength, call.Length);
        }

        if (!Money.TryParse(input.Amount, out var money))
        {
            return FundingProblems.AmountWrong("amount", input.Amount);
        }

        if (rules.Length > Grant.RulesMaxLength)
        {
            return FundingProblems.TextTooLong("rules", Grant.RulesMaxLength, rules.Length);
        }

        if (!TypedText.TryDay(input.StartsOn, out var start))
        {
            return SteeringProblems.DayWrong("startsOn", input.StartsOn);
        }

        if (!TypedText.TryDay(input.EndsOn, out var end))
        {
            return SteeringProblems.DayWrong("endsOn", input.EndsOn);
        }

        if (end < start)
        {
            return SteeringProblems.EndsBeforeItStarts;
        }

        (grant.Name, grant.Funder, grant.Call, grant.AmountCents, grant.Rules) = (name, funder, call.OrNone(), money.Cents, rules.OrNone());
        (grant.StartsOn, grant.EndsOn) = (start, end);
        return null;
    }
}
