using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing;

/// <summary>The reports that an actor may answer, and the answer: corrected, or not wrong.</summary>
public sealed class AnswerReport(MaillageDb db, IScopeDirectory scopes, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<int> CountAsync(Actor actor, CancellationToken ct) =>
        await (await WaitingAsync(actor, ct)).CountAsync(ct);

    /// <summary>Those that wait, the oldest first.</summary>
    public async Task<IReadOnlyList<FactReport>> ReadAsync(Actor actor, CancellationToken ct) =>
        await (await WaitingAsync(actor, ct)).OrderBy(row => row.SentAt).Take(PageSize).ToListAsync(ct);

    /// <exception cref="NotFound">No such report, or not one that the actor may answer.</exception>
    public async Task<Result> ExecuteAsync(Actor actor, Guid reportId, bool corrected, string? answer, CancellationToken ct)
    {
        var report = await db.FactReports.SingleOrDefaultAsync(row => row.FactReportId == reportId, ct);
        if (report is null || await scopes.PerimeterOfAsync(new Scope(report.ScopeKind, report.ScopeKey), ct) is not { } perimeter || !actor.Can(Permission.AnswerReports, perimeter))
        {
            throw new NotFound("The report");
        }

        if (report.State != ReportState.Waiting)
        {
            return PublishingProblems.AlreadyAnswered;
        }

        var words = TypedText.Lines(answer);
        report.Settle(corrected ? ReportState.Corrected : ReportState.NotWrong, words.Length <= FactReport.MessageMaxLength ? words : words[..FactReport.MessageMaxLength], clock.UtcNow());
        await db.SaveChangesAsync(actor.Doing(PublishingActs.ReportAnswered), clock, ct);
        return Result.Ok;
    }

    private async Task<IQueryable<FactReport>> WaitingAsync(Actor actor, CancellationToken ct) =>
        db.FactReports.AsNoTracking().Within(await scopes.WithinAsync(actor.ScopesFor(Permission.AnswerReports), ct)).Where(row => row.State == ReportState.Waiting);
}
