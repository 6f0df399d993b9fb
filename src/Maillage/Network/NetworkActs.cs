namespace Maillage.Network;

/// <summary>What the operations of the module do, as the audit names it.</summary>
public static class NetworkActs
{
    public const string OrganisationsMerged = "network.act.organisations_merged";
    public const string ProposalSettled = "network.act.proposal_settled";
}
