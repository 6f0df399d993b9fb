using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Funding;

/// <summary>What a grant, a funder or an action has, and what it has spent.</summary>
/// <param name="Amount">What is given.</param>
/// <param name="Budgeted">What is set aside.</param>
/// <param name="Spent">What was spent, eligible or not.</param>
/// <param name="Eligible">What was spent of it that the funder accepts.</param>
/// <param name="Received">What was paid in.</param>
public sealed record Sums(Money Amount, Money Budgeted, Money Spent, Money Eligible, Money Received)
{
    /// <summary>What may still be spent of what is given.</summary>
    public Money Left => Amount - Eligible;

    public Money ToReceive => Amount - Received;

    public static Sums operator +(Sums left, Sums right) =>
        new(left.Amount + right.Amount, left.Budgeted + right.Budgeted, left.Spent + right.Spent, left.Eligible + right.Eligible, left.Received + right.Received);
}

/// <summary>What is set aside for an action and what it has spent, over all grants; for the campus as a whole when it is none.</summary>
public sealed record ActionSums(Guid? PlanActionId, string? Title, Money Budgeted, Money Spent)
{
    public Money Left => Budgeted - Spent;
}

/// <summary>All the money of a campus.</summary>
public sealed record CampusFunding(IReadOnlyList<(Grant Grant, Sums Sums)> Grants, IReadOnlyList<ActionSums> Actions)
{
    public IEnumerable<(string Funder, Sums Sums)> Funders =>
        Grants.GroupBy(row => row.Grant.Funder, StringComparer.OrdinalIgnoreCase).Select(group => (group.First().Grant.Funder, group.Select(row => row.Sums).Aggregate((left, right) => left + right)));
}

/// <summary>An expense on one line.</summary>
public sealed record ListedExpense(Guid ExpenseId, string Grant, string Funder, DateOnly PaidOn, string Label, long AmountCents, bool IsEligible, string? Action, Guid? AttachedFileId)
{
    public Money Amount => new(AmountCents);
}

/// <summary>A grant with all that goes with it; of its expenses, one page.</summary>
public sealed record OpenedGrant(OpenedCampus Opened, Grant Grant, int Version, Sums Sums)
{
    public IReadOnlyList<GrantDeadline> Deadlines { get; init; } = [];

    public IReadOnlyList<(BudgetLine Line, string? Action)> BudgetLines { get; init; } = [];

    public IReadOnlyList<GrantPayment> Payments { get; init; } = [];

    public IReadOnlyList<ListedExpense> Expenses { get; init; } = [];

    public int ExpenseCount { get; init; }
}

/// <summary>Gives the money of a campus to those who run it: by grant, by funder, by action.</summary>
public sealed class ReadFunding(MaillageDb db, OpenCampus open)
{
    public const int PageSize = 50;

    public async Task<CampusFunding> OfCampusAsync(OpenedCampus opened, CancellationToken ct)
    {
        var campusId = opened.Campus.CampusId;
        var grants = await db.Grants.AsNoTracking().Where(row => row.CampusId == campusId).OrderBy(row => row.Funder).ThenBy(row => row.Name).ThenBy(row => row.GrantId).Take(Grant.MostOfACampus).ToListAsync(ct);
        var sums = await SumsAsync(row => row.CampusId == campusId, grants, ct);
        var budgeted = await db.BudgetLines.Where(row => row.CampusId == campusId).GroupBy(row => row.PlanActionId).Select(group => new { group.Key, Cents = group.Sum(row => row.AmountCents) }).ToListAsync(ct);
        var spent = await db.Expenses.Where(row => row.CampusId == campusId).GroupBy(row => row.PlanActionId).Select(group => new { group.Key, Cents = group.Sum(row => row.AmountCents) }).ToListAsync(ct);
        var ids = budgeted.Concat(spent).Select(row => row.Key).Distinct().ToList();
        var named = ids.OfType<Guid>().ToList();
        var titles = await db.PlanActions.Where(row => named.Contains(row.PlanActionId)).Select(row => new { row.PlanActionId, row.Title.Fr }).ToDictionaryAsync(row => row.PlanActionId, row => row.Fr, ct);
        return new CampusFunding(
            [.. grants.Select(grant => (grant, sums[grant.GrantId]))],
            [
                .. ids.Select(id => new ActionSums(
                    id, id is { } known ? titles.GetValueOrDefault(known) : null,
                    new Money(budgeted.Find(row => row.Key == id)?.Cents ?? 0), new Money(spent.Find(row => row.Key == id)?.Cents ?? 0)))
                    .OrderBy(row => row.Title is null).ThenBy(row => row.Title, StringComparer.CurrentCulture),
            ]);
    }

    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<OpenedGrant> GrantAsync(Actor actor, Guid grantId, int page, CancellationToken ct)
    {
        var (grant, opened) = await FindAsync(actor, grantId, ct);
        var lines = from line in db.BudgetLines.AsNoTracking()
                    where line.GrantId == grantId
                    join action in db.PlanActions on line.PlanActionId equals action.PlanActionId into actions
                    from action in actions.DefaultIfEmpty()
                    orderby line.BudgetLineId
                    select new { line, Action = (string?)action.Title.Fr };
        return new OpenedGrant(opened, grant, db.VersionOf(grant), (await SumsAsync(row => row.GrantId == grantId, [grant], ct))[grantId])
        {
            Deadlines = await db.GrantDeadlines.AsNoTracking().Where(row => row.GrantId == grantId).OrderBy(row => row.DueOn).ThenBy(row => row.GrantDeadlineId).Take(Grant.MostDeadlines).ToListAsync(ct),
            BudgetLines = [.. (await lines.Take(Grant.MostBudgetLines).ToListAsync(ct)).Select(row => (row.line, row.Action))],
            Payments = await db.GrantPayments.AsNoTracking().Where(row => row.GrantId == grantId).OrderByDescending(row => row.ReceivedOn).ThenBy(row => row.GrantPaymentId).Take(Grant.MostPayments).ToListAsync(ct),
            Expenses = await Listed(grant.CampusId, grantId).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct),
            ExpenseCount = await db.Expenses.CountAsync(row => row.GrantId == grantId, ct),
        };
    }

    /// <summary>The expenses of a campus, or of one of its grants, as they are written elsewhere.</summary>
    public IAsyncEnumerable<ListedExpense> Export(OpenedCampus opened, Guid? grantId = null) =>
        Listed(opened.Campus.CampusId, grantId).Take(Grant.MostOfACampus * Grant.MostExpenses).AsAsyncEnumerable();

    /// <exception cref="NotFound">No such grant, or not one of a campus that the actor may change.</exception>
    public async Task<(Grant Grant, OpenedCampus Opened)> FindAsync(Actor actor, Guid grantId, CancellationToken ct)
    {
        // What a refused save has left here must not be taken for what is there.
        db.ChangeTracker.Clear();
        var grant = await db.Grants.SingleOrDefaultAsync(row => row.GrantId == grantId, ct) ?? throw new NotFound("The grant");
        return (grant, await open.ForTeamAsync(actor, grant.CampusId, ct));
    }

    private IQueryable<ListedExpense> Listed(Guid campusId, Guid? grantId) =>
        from expense in db.Expenses.AsNoTracking()
        where expense.CampusId == campusId && (grantId == null || expense.GrantId == grantId)
        join grant in db.Grants on expense.GrantId equals grant.GrantId
        join action in db.PlanActions on expense.PlanActionId equals action.PlanActionId into actions
        from action in actions.DefaultIfEmpty()
        orderby expense.PaidOn descending, expense.ExpenseId
        select new ListedExpense(expense.ExpenseId, grant.Name, grant.Funder, expense.PaidOn, expense.Label, expense.AmountCents, expense.IsEligible, action.Title.Fr, expense.AttachedFileId);

    private async Task<Dictionary<Guid, Sums>> SumsAsync(System.Linq.Expressions.Expression<Func<Grant, bool>> which, IReadOnlyList<Grant> grants, CancellationToken ct)
    {
        var ids = db.Grants.Where(which).Select(row => row.GrantId);
        var budgeted = await db.BudgetLines.Where(row => ids.Contains(row.GrantId)).GroupBy(row => row.GrantId).Select(group => new { group.Key, Cents = group.Sum(row => row.AmountCents) }).ToDictionaryAsync(row => row.Key, row => row.Cents, ct);
        var received = await db.GrantPayments.Where(row => ids.Contains(row.GrantId)).GroupBy(row => row.GrantId).Select(group => new { group.Key, Cents = group.Sum(row => row.AmountCents) }).ToDictionaryAsync(row => row.Key, row => row.Cents, ct);
        var spent = await db.Expenses.Where(row => ids.Contains(row.GrantId)).GroupBy(row => new { row.GrantId, row.IsEligible })
            .Select(group => new { group.Key.GrantId, group.Key.IsEligible, Cents = group.Sum(row => row.AmountCents) }).ToListAsync(ct);
        return grants.ToDictionary(grant => grant.GrantId, grant =>
        {
            var own = spent.Where(row => row.GrantId == grant.GrantId).ToList();
            return new Sums(
                grant.Amount, new Money(budgeted.GetValueOrDefault(grant.GrantId)), new Money(own.Sum(row => row.Cents)), new Money(own.Where(row => row.IsEligible).Sum(row => row.Cents)),
                new Money(received.GetValueOrDefault(grant.GrantId)));
        });
    }
}
