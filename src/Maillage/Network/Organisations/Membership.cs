using Maillage.Shared;

namespace Maillage.Network.Organisations;

public enum MembershipRole
{
    /// <summary>The académie or the Région that carries the campus.</summary>
    Carrier,

    /// <summary>The support institution (établissement support, tête de réseau).</summary>
    Head,

    Member,

    Partner,
}

public enum MembershipBasis
{
    /// <summary>A text names the organisation with that role.</summary>
    Source,

    /// <summary>Delivers training of the sector on the territory; no text names it.</summary>
    Curated,
}

/// <summary>The part that an organisation takes in a campus.</summary>
public sealed class Membership
{
    public Guid MembershipId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required MembershipRole Role { get; init; }

    public PartialDate? From { get; set; }

    public PartialDate? Until { get; set; }

    public required MembershipBasis Basis { get; set; }

    public required Provenance Provenance { get; set; }
}
