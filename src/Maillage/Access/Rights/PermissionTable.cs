using static Maillage.Access.Rights.Permission;
using static Maillage.Access.Rights.Role;

namespace Maillage.Access.Rights;

/// <summary>
/// Who may do what, and where: the one table. A right holds within the scope of the role that gives it; which kinds of scope
/// a role has is said here too, as is who may give it.
/// </summary>
public static class PermissionTable
{
    private static readonly Dictionary<Role, Permission[]> Granted = new()
    {
        [Administrator] = [ChangeSettings, SeePeople, GiveRoles, RecoverAccounts, ReadAudit, FollowMessages, FollowJobs, AnswerReports, EditOrganisation, EditCampus, ReadCampus, GiveApiKeys, EraseData],
        [Ministry] = [SeePeople, GiveRoles, AnswerReports],
        [Expert] = [],
        [Rectorate] = [SeePeople, GiveRoles, ReadAudit, AnswerReports, EditOrganisation, EditCampus, ReadCampus],
        [RegionalCouncil] = [SeePeople, GiveRoles, AnswerReports, EditOrganisation, EditCampus, ReadCampus],
        [CampusDirector] = [SeePeople, GiveRoles, ReadAudit, AnswerReports, EditOrganisation, EditCampus, ReadCampus, GiveApiKeys, SendActionLinks],
        [CampusTeam] = [SeePeople, GiveRoles, AnswerReports, EditOrganisation, EditCampus, ReadCampus, SendActionLinks],
        [OrganisationHead] = [SeePeople, GiveRoles, EditOrganisation, ReadCampus, SendActionLinks],
        [OrganisationStaff] = [SeePeople, GiveRoles, ReadCampus, SendActionLinks],
        [CompanyContact] = [EditOrganisation, ReadCampus],
        [Learner] = [],
        [Guardian] = [AnswerForLearner],
    };

    private static readonly Role[] Strong = [Administrator, Ministry, Expert, Rectorate, RegionalCouncil, CampusDirector, OrganisationHead];

    private static readonly Dictionary<Role, ScopeKind[]> Scopes = new()
    {
        [Administrator] = [ScopeKind.National],
        [Ministry] = [ScopeKind.National],
        [Expert] = [ScopeKind.National],
        [Rectorate] = [ScopeKind.AcademicRegion, ScopeKind.Academie],
        [RegionalCouncil] = [ScopeKind.RegionalCouncil],
        [CampusDirector] = [ScopeKind.Campus],
        [CampusTeam] = [ScopeKind.Campus],
        [OrganisationHead] = [ScopeKind.Organisation],
        [OrganisationStaff] = [ScopeKind.Organisation],
        [CompanyContact] = [ScopeKind.Organisation],
        [Learner] = [ScopeKind.Organisation],
        [Guardian] = [ScopeKind.Self],
    };

    private static readonly Dictionary<Role, Role[]> Below = new()
    {
        [Administrator] = [Administrator, Ministry, Expert, Rectorate, RegionalCouncil],
        [Ministry] = [Expert, Rectorate, RegionalCouncil],
        [Expert] = [],
        [Rectorate] = [CampusDirector],
        [RegionalCouncil] = [CampusDirector],
        [CampusDirector] = [CampusTeam, OrganisationHead, CompanyContact],
        [CampusTeam] = [CompanyContact],
        [OrganisationHead] = [OrganisationStaff, CompanyContact],
        [OrganisationStaff] = [Learner, Guardian],
        [CompanyContact] = [],
        [Learner] = [],
        [Guardian] = [],
    };

    public static IReadOnlyList<Permission> Of(Role role) => Granted[role];

    public static IReadOnlyList<ScopeKind> ScopesOf(Role role) => Scopes[role];

    /// <summary>Roles to which who holds this one may invite, within its scope.</summary>
    public static IReadOnlyList<Role> GivenBy(Role role) => Below[role];

    /// <summary>Whether the role reaches far enough that a link sent by e-mail alone does not open it.</summary>
    public static bool NeedsStrongSignIn(Role role) => Strong.Contains(role);
}
