namespace Maillage.Network;

/// <summary>What the operations of the module do, as the audit names it.</summary>
public static class NetworkActs
{
    public const string OrganisationsMerged = "network.act.organisations_merged";
    public const string OrganisationEdited = "network.act.organisation_edited";
    public const string CorrectionLinkSent = "network.act.correction_link_sent";
    public const string CorrectionLinkRevoked = "network.act.correction_link_revoked";
    public const string ProposalSettled = "network.act.proposal_settled";
    public const string AxisAdded = "network.act.axis_added";
    public const string AxisChanged = "network.act.axis_changed";
    public const string AxesOrdered = "network.act.axes_ordered";
    public const string AxisRemoved = "network.act.axis_removed";
}
