using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Bodies;

namespace Maillage.TestKit;

public sealed partial class TestData
{
    /// <summary>An axis, the first unless told otherwise.</summary>
    public static WorkAxis WorkAxis(Campus campus, string title, int position = 1) =>
        new() { CampusId = campus.CampusId, Position = position, Title = new LocalizedText(title), Provenance = Provenance };

    /// <summary>An action that is planned, that nobody leads.</summary>
    public static PlanAction PlanAction(WorkAxis axis, string title, DateOnly? endsOn = null) => new()
    {
        CampusId = axis.CampusId,
        WorkAxisId = axis.WorkAxisId,
        Title = new LocalizedText(title),
        EndsOn = endsOn,
        UpdatedAt = Clock().GetUtcNow().UtcDateTime,
    };

    /// <summary>A steering committee that its team and the authorities read.</summary>
    public static SteeringBody Body(Campus campus, string name, bool isForMembers = false) =>
        new() { CampusId = campus.CampusId, Kind = BodyKind.SteeringCommittee, Name = name, IsForMembers = isForMembers };

    public static Meeting Meeting(SteeringBody body, DateTime startsAt) => new() { SteeringBodyId = body.SteeringBodyId, CampusId = body.CampusId, StartsAt = startsAt };

    /// <summary>A decision to do, of which nobody is in charge.</summary>
    public static MeetingDecision Decision(Meeting meeting, string text, DateOnly? dueOn = null) =>
        new() { MeetingId = meeting.MeetingId, CampusId = meeting.CampusId, Text = text, DueOn = dueOn };
}
