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
}
