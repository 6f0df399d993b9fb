using System.Security.Cryptography;
using System.Text;
using Maillage.Access.People;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Messages.Notifications;
using Maillage.Network;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing;

/// <summary>Keeps a visitor's word that a fact is wrong; the same words about the same page count once a day.</summary>
public sealed class ReportFact(MaillageDb db, PeopleWith people, Outbox outbox, TimeProvider clock)
{
    /// <summary>Anyone may write here: this many in an hour is no longer people, and the disk is not theirs to fill.</summary>
    public const int MaxPerHour = 500;

    private static readonly TimeSpan SameReport = TimeSpan.FromDays(1);

    /// <param name="Page">Address of the page as the visitor's browser gave it.</param>
    /// <param name="Message">What is wrong, as typed.</param>
    /// <param name="Language">Language of the form, <c>fr</c> or <c>en</c>.</param>
    public sealed record Input(string? Page, string? Message, string Language);

    public async Task<Result> ExecuteAsync(Actor actor, Input input, CancellationToken ct)
    {
        var message = TypedText.Lines(input.Message);
        if (message.Length is < FactReport.MessageMinLength or > FactReport.MessageMaxLength)
        {
            return PublishingProblems.MessageLength(message.Length);
        }

        var page = FactReport.PageOf(input.Page);
        var now = clock.UtcNow();
        var (sinceYesterday, lastHour) = (now - SameReport, now.AddHours(-1));
        if (await db.FactReports.AnyAsync(row => row.SentAt > sinceYesterday && row.Page == page && row.Message == message, ct))
        {
            return Result.Ok;
        }

        if (await db.FactReports.CountAsync(row => row.SentAt > lastHour, ct) >= MaxPerHour)
        {
            return PublishingProblems.TooManyReports;
        }

        var scope = await ScopeOfAsync(page.Trim('/').Split('/'), ct);
        var report = new FactReport
        {
            ScopeKind = scope.Kind,
            ScopeKey = scope.Key,
            FactReportId = IdOf(page, message, ParisClock.DayOf(now)),
            Page = page,
            Message = message,
            Language = input.Language,
            SentAt = now,
        };
        db.FactReports.Add(report);
        await outbox.NotifyAsync(
            await people.NearestAsync(Permission.AnswerReports, scope, ct), NotificationTopic.FactReports, new MessageItem("publishing.message.reported", [page], "/espace/signalements"), ct);
        try
        {
            await db.SaveChangesAsync(actor.Doing(PublishingActs.FactReported), clock, ct);
        }
        catch (DbUpdateException)
        {
            // The second click of a double click was faster than the first one's save.
            db.ChangeTracker.Clear();
            if (!await db.FactReports.AnyAsync(row => row.FactReportId == report.FactReportId, ct))
            {
                throw;
            }
        }

        return Result.Ok;
    }

    private async Task<Scope> ScopeOfAsync(string[] path, CancellationToken ct) => path switch
    {
        ["campus", var slug] when await db.Campuses.Where(row => row.Slug == slug).Select(row => (Guid?)row.CampusId).SingleOrDefaultAsync(ct) is { } campus => Scope.Campus(campus),
        ["organisations", var slug] when await db.Organisations.Where(row => row.Slug == slug).Select(row => (Guid?)row.OrganisationId).SingleOrDefaultAsync(ct) is { } organisation => Scope.Organisation(organisation),
        ["regions", var slug] when await db.AcademicRegions.Where(row => row.Slug == slug).Select(row => row.Code).SingleOrDefaultAsync(ct) is { } region => Scope.AcademicRegion(region),
        _ => Scope.National,
    };

    /// <summary>Drawn from what is said, so that the database itself refuses it a second time on the same day.</summary>
    private static Guid IdOf(string page, string message, DateOnly day) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{day:O}\n{page}\n{message}")).AsSpan(0, 16));
}
