using System.Globalization;
using Maillage.Access;
using Maillage.Access.People;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Messages;
using Maillage.Messages.Notifications;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Bodies;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Reminders;

/// <summary>
/// Tells who leads an action that it is late, and who is in charge of a decision that it is due soon; the team, where nobody with
/// an account is. Once for each thing and each day by which it was due, from whatever node.
/// </summary>
public sealed class RemindOfDeadlines(MaillageDb db, PeopleWith people, Outbox outbox, TimeProvider clock)
{
    /// <summary>A decision is due soon from that many days before.</summary>
    public const int DaysBefore = 7;

    /// <summary>In one run; the next one goes on.</summary>
    private const int Most = 500;

    private readonly Dictionary<Guid, IReadOnlyList<Recipient>> _teams = [];

    /// <returns>Of how many things someone was reminded.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        var reminded = 0;
        foreach (var thing in (await ActionsAsync(ct)).Concat(await DecisionsAsync(ct)))
        {
            reminded += await RemindAsync(thing, ct) ? 1 : 0;
        }

        return reminded;
    }

    private async Task<bool> RemindAsync(Due thing, CancellationToken ct)
    {
        // What the other node has saved meanwhile is refused here, with the messages of the same save.
        db.ChangeTracker.Clear();
        db.Add(new SteeringReminder { Kind = thing.Kind, SubjectId = thing.SubjectId, DueOn = thing.DueOn, At = clock.UtcNow() });
        var item = new MessageItem(
            $"steering.message.{thing.Kind.ToCode()}", [thing.Title, thing.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)], thing.Path);
        await outbox.NotifyAsync(await RecipientsAsync(thing, ct), NotificationTopic.Steering, item, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.SteeringReminders.AnyAsync(row => row.SubjectId == thing.SubjectId && row.DueOn == thing.DueOn && row.Kind == thing.Kind, ct))
            {
                return false;
            }

            throw;
        }
    }

    private async Task<IReadOnlyCollection<Recipient>> RecipientsAsync(Due thing, CancellationToken ct)
    {
        if (await db.Accounts.Where(row => row.Id == thing.AccountId && row.ClosedAt == null).Select(row => new { row.Id, row.Email, row.Language }).SingleOrDefaultAsync(ct) is { } person)
        {
            return [new Recipient(person.Email!, person.Language, person.Id)];
        }

        if (!_teams.TryGetValue(thing.CampusId, out var team))
        {
            _teams[thing.CampusId] = team = await people.NearestAsync(Permission.EditCampus, Scope.Campus(thing.CampusId), ct);
        }

        return team;
    }

    private async Task<List<Due>> ActionsAsync(CancellationToken ct)
    {
        var (today, reminders) = (clock.Today(), db.SteeringReminders);
        var late = await db.PlanActions.AsNoTracking()
            .Where(row => (row.State == PlanActionState.Planned || row.State == PlanActionState.UnderWay) && row.EndsOn < today)
            .Where(row => !reminders.Any(reminder => reminder.SubjectId == row.PlanActionId && reminder.DueOn == row.EndsOn && reminder.Kind == ReminderKind.LateAction))
            .OrderBy(row => row.EndsOn).ThenBy(row => row.PlanActionId).Take(Most)
            .Select(row => new { row.PlanActionId, row.CampusId, row.EndsOn, row.Title.Fr, row.LeadAccountId }).ToListAsync(ct);
        return late.ConvertAll(row => new Due(ReminderKind.LateAction, row.PlanActionId, row.CampusId, row.EndsOn!.Value, row.Fr, row.LeadAccountId, $"/espace/actions/{row.PlanActionId}"));
    }

    private async Task<List<Due>> DecisionsAsync(CancellationToken ct)
    {
        var (soon, reminders) = (clock.Today().AddDays(DaysBefore), db.SteeringReminders);
        var due = await db.MeetingDecisions.AsNoTracking()
            .Where(row => row.State == DecisionState.ToDo && row.DueOn <= soon)
            .Where(row => !reminders.Any(reminder => reminder.SubjectId == row.MeetingDecisionId && reminder.DueOn == row.DueOn && reminder.Kind == ReminderKind.DecisionDue))
            .OrderBy(row => row.DueOn).ThenBy(row => row.MeetingDecisionId).Take(Most)
            .Select(row => new { row.MeetingDecisionId, row.MeetingId, row.CampusId, row.DueOn, row.Text, row.OwnerAccountId }).ToListAsync(ct);
        return due.ConvertAll(row => new Due(ReminderKind.DecisionDue, row.MeetingDecisionId, row.CampusId, row.DueOn!.Value, row.Text, row.OwnerAccountId, $"/espace/reunions/{row.MeetingId}"));
    }

    /// <summary>A thing of which someone is to be reminded.</summary>
    private sealed record Due(ReminderKind Kind, Guid SubjectId, Guid CampusId, DateOnly DueOn, string Title, Guid? AccountId, string Path);
}
