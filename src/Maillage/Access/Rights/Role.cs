namespace Maillage.Access.Rights;

/// <summary>What a person is to the network, within a scope and for a time. Someone may be several things at once.</summary>
public enum Role
{
    /// <summary>Runs the platform itself.</summary>
    Administrator,

    /// <summary>A ministry that grants the label.</summary>
    Ministry,

    /// <summary>A member of the national expert group.</summary>
    Expert,

    /// <summary>The recteur of an académie region, the DRAFPIC.</summary>
    Rectorate,

    /// <summary>The services of a Regional Council.</summary>
    RegionalCouncil,

    CampusDirector,
    CampusTeam,
    OrganisationHead,

    /// <summary>A teacher, the business office.</summary>
    OrganisationStaff,

    CompanyContact,
    Learner,

    /// <summary>Who answers for a learner under age.</summary>
    Guardian,
}
