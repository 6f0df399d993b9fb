namespace Maillage.Steering;

/// <summary>What the operations of the module do, as the audit names it.</summary>
public static class SteeringActs
{
    public const string ActionPlanned = "steering.act.action_planned";
    public const string ActionChanged = "steering.act.action_changed";
    public const string ActionMoved = "steering.act.action_moved";
    public const string ActionRemoved = "steering.act.action_removed";
    public const string PartnerAdded = "steering.act.partner_added";
    public const string PartnerRemoved = "steering.act.partner_removed";
    public const string IndicatorAdded = "steering.act.indicator_added";
    public const string IndicatorChanged = "steering.act.indicator_changed";
    public const string IndicatorRemoved = "steering.act.indicator_removed";
    public const string EvidenceAdded = "steering.act.evidence_added";
    public const string EvidenceRemoved = "steering.act.evidence_removed";
    public const string BodyAdded = "steering.act.body_added";
    public const string BodyChanged = "steering.act.body_changed";
    public const string BodyRemoved = "steering.act.body_removed";
    public const string SeatGiven = "steering.act.seat_given";
    public const string SeatEnded = "steering.act.seat_ended";
    public const string SeatRemoved = "steering.act.seat_removed";
    public const string MeetingCalled = "steering.act.meeting_called";
    public const string MeetingChanged = "steering.act.meeting_changed";
    public const string MinutesWritten = "steering.act.minutes_written";
    public const string AttendanceSaid = "steering.act.attendance_said";
    public const string MeetingRemoved = "steering.act.meeting_removed";
    public const string DecisionTaken = "steering.act.decision_taken";
    public const string DecisionChanged = "steering.act.decision_changed";
    public const string DecisionMoved = "steering.act.decision_moved";
    public const string DecisionRemoved = "steering.act.decision_removed";
    public const string GrantAdded = "steering.act.grant_added";
    public const string GrantChanged = "steering.act.grant_changed";
    public const string GrantRemoved = "steering.act.grant_removed";
    public const string DeadlineAdded = "steering.act.deadline_added";
    public const string DeadlineMet = "steering.act.deadline_met";
    public const string BudgetLineAdded = "steering.act.budget_line_added";
    public const string PaymentAdded = "steering.act.payment_added";
    public const string ExpenseAdded = "steering.act.expense_added";
    public const string LineTakenBack = "steering.act.line_taken_back";
}
