namespace Maillage.Steering.Bodies;

/// <summary>What a body is.</summary>
public enum BodyKind
{
    SteeringCommittee,
    ExecutiveCommittee,
    Plenary,
    AdvisoryBoard,
    WorkingGroup,
    OtherBody,
}

/// <summary>A body in which a campus is steered: a committee, a plenary, a working group.</summary>
public sealed class SteeringBody
{
    public const int NameMaxLength = 150;
    public const int PurposeMaxLength = 2_000;
    public const int MostOfACampus = 60;
    public const int MostMembers = 200;
    public const int MostMeetings = 500;

    public Guid SteeringBodyId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    public required BodyKind Kind { get; set; }

    public required string Name { get; set; }

    public string? Purpose { get; set; }

    /// <summary>Whether the member organisations of the campus read its agendas, minutes and decisions.</summary>
    public bool IsForMembers { get; set; }
}

/// <summary>A seat in a body: someone, by name and function, or an organisation, from a day to another.</summary>
public sealed class BodyMember
{
    public const int NameMaxLength = 120;
    public const int FunctionMaxLength = 160;

    public Guid BodyMemberId { get; init; } = Guid.CreateVersion7();

    public required Guid SteeringBodyId { get; init; }

    public required Guid CampusId { get; init; }

    public string? Name { get; init; }

    public string? Function { get; init; }

    public Guid? OrganisationId { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; set; }

    public bool SitsOn(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || day <= until);
}

/// <summary>Whether someone came.</summary>
public enum AttendanceState
{
    Present,
    Represented,
    Excused,
    Absent,
}

/// <summary>A meeting of a body: when, where, what is to be spoken of, who came, what was said.</summary>
public sealed class Meeting
{
    public const int PlaceMaxLength = 200;
    public const int AgendaMaxLength = 4_000;
    public const int MinutesMaxLength = 50_000;
    public const int GuestsMaxLength = 1_000;
    public const int MostDecisions = 100;

    public Guid MeetingId { get; init; } = Guid.CreateVersion7();

    public required Guid SteeringBodyId { get; init; }

    public required Guid CampusId { get; init; }

    /// <summary>UTC instant at which it begins.</summary>
    public required DateTime StartsAt { get; set; }

    public DateTime? EndsAt { get; set; }

    public string? Place { get; set; }

    /// <summary>One item a line.</summary>
    public string? Agenda { get; set; }

    public string? Minutes { get; set; }

    /// <summary>Those who came without a seat, in words.</summary>
    public string? Guests { get; set; }

    /// <summary>The minutes as a file.</summary>
    public Guid? AttachedFileId { get; set; }

    public IReadOnlyList<string> AgendaItems => Agenda?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>Whether the holder of a seat came to a meeting.</summary>
public sealed class MeetingAttendance
{
    public required Guid MeetingId { get; init; }

    public required Guid BodyMemberId { get; init; }

    public required Guid CampusId { get; init; }

    public required AttendanceState State { get; set; }
}
