using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Steering.Reminders;

/// <summary>Of what one is reminded.</summary>
public enum ReminderKind
{
    LateAction,
    DecisionDue,
}

/// <summary>That someone was reminded of a thing for a day: the database refuses it a second time, whoever asks.</summary>
public sealed class SteeringReminder
{
    public required ReminderKind Kind { get; init; }

    /// <summary>The action or the decision.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The day by which it was to be done; for another day, one is reminded again.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>UTC instant of the reminder.</summary>
    public required DateTime At { get; init; }
}

internal sealed class SteeringReminderTable : IEntityTypeConfiguration<SteeringReminder>
{
    public void Configure(EntityTypeBuilder<SteeringReminder> reminder)
    {
        reminder.ToTable("steering_reminders").IsItsOwnTrace();
        reminder.HasKey(row => new { row.SubjectId, row.DueOn, row.Kind });
    }
}
