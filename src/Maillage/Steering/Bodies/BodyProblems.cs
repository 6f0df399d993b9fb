using Maillage.Shared;

namespace Maillage.Steering.Bodies;

/// <summary>What prevents a body, a meeting or a decision from being written.</summary>
public static class BodyProblems
{
    public static readonly Problem KindMissing = new("steering.body.kind_missing") { Field = "kind" };

    public static readonly Problem SeatOfNobody = new("steering.body.seat_of_nobody") { Field = "name" };

    public static readonly Problem TooManyBodies = new("steering.body.too_many", SteeringBody.MostOfACampus);

    public static readonly Problem TooManyMembers = new("steering.body.too_many_members", SteeringBody.MostMembers);

    public static readonly Problem TooManyMeetings = new("steering.body.too_many_meetings", SteeringBody.MostMeetings);

    /// <summary>It has met: what it decided stays.</summary>
    public static readonly Problem HasMet = new("steering.body.has_met");

    public static readonly Problem UntilBeforeFrom = new("steering.body.until_before_from") { Field = "until" };

    public static readonly Problem EndsBeforeItStarts = new("steering.meeting.ends_before_it_starts") { Field = "endsAt" };

    public static readonly Problem TooManyDecisions = new("steering.meeting.too_many_decisions", Meeting.MostDecisions);

    public static readonly Problem OwnerUnknown = new("steering.decision.owner_unknown") { Field = "owner" };

    public static readonly Problem TwoOwners = new("steering.decision.two_owners") { Field = "ownerName" };

    public static readonly Problem ActionUnknown = new("steering.decision.action_unknown") { Field = "action" };

    public static Problem NameWrong(int length) => new("steering.body.name_wrong", SteeringBody.NameMaxLength, length) { Field = "name" };

    public static Problem HourWrong(string field, string? typed) => new("steering.meeting.hour_wrong", TypedText.Quoted(typed)) { Field = field };

    public static Problem DecisionWrong(int length) => new("steering.decision.text_wrong", MeetingDecision.TextMaxLength, length) { Field = "text" };

    /// <summary>A text that need not be, and is too long.</summary>
    public static Problem TooLong(string field, int most, int length) => new("steering.too_long", most, length) { Field = field };
}
