namespace Maillage.Access.Rights;

/// <summary>What someone may do to a thing, where the permission table says so.</summary>
public enum Permission
{
    /// <summary>Change what the operator sets for the whole platform.</summary>
    ChangeSettings,

    /// <summary>See the people of a perimeter and the roles that they hold.</summary>
    SeePeople,

    /// <summary>Invite someone to a role of the level below, and end it.</summary>
    GiveRoles,

    /// <summary>Agree that anyone who has lost every way to sign in comes back by mail, not only those of the level below.</summary>
    RecoverAccounts,

    /// <summary>Search and export the audit.</summary>
    ReadAudit,

    /// <summary>See what is sent by mail and what could not be.</summary>
    FollowMessages,

    /// <summary>See jobs and their runs, imports among them.</summary>
    FollowJobs,

    /// <summary>Answer those who say that a fact is wrong.</summary>
    AnswerReports,

    /// <summary>Change what is said of an organisation.</summary>
    EditOrganisation,

    /// <summary>Run a campus: what it shares and says.</summary>
    EditCampus,

    /// <summary>Read what a campus keeps for its members.</summary>
    ReadCampus,

    /// <summary>Give another system a key to the API.</summary>
    GiveApiKeys,

    /// <summary>Send a link that acts to someone without an account.</summary>
    SendActionLinks,

    /// <summary>Agree to what is done with the data of a learner under fifteen, see them, have them erased.</summary>
    AnswerForLearner,

    /// <summary>Erase the data whose time is over.</summary>
    EraseData,
}
