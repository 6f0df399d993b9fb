using Maillage.Access.Rights;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Access.PersonalData;
using Maillage.Web.Pages.Messages;
using Maillage.Web.Pages.Network.Workspace;
using Maillage.Web.Pages.Publishing;
using Maillage.Web.Pages.Site.Workspace;

namespace Maillage.Web.Pages.Access;

/// <summary>The pages of the workspace that a person may open, in the order of the menu.</summary>
public static class WorkspaceMenu
{
    private static readonly (string Address, string Key, Permission? Needs)[] Pages =
    [
        (SessionCookie.Workspace, "home", null),
        (ReportsModel.Address, "reports", Permission.AnswerReports),
        (CampusesModel.Address, "campuses", Permission.ReadCampus),
        (OrganisationsModel.Address, "organisations", Permission.EditOrganisation),
        (ProposalsModel.Address, "proposals", Permission.EditOrganisation),
        (People.IndexModel.Address, "people", Permission.SeePeople),
        (Guardians.MineModel.Address, "learners", Permission.AnswerForLearner),
        (Traces.IndexModel.Address, "audit", Permission.ReadAudit),
        (ApiKeys.IndexModel.Address, "api_keys", Permission.GiveApiKeys),
        (QueueModel.Address, "messages", Permission.FollowMessages),
        (TasksModel.Address, "tasks", Permission.FollowJobs),
        (SettingsModel.Address, "settings", Permission.ChangeSettings),
        (ExpiredModel.Address, "erasing", Permission.EraseData),
        (AccountModel.Address, "account", null),
    ];

    public static IEnumerable<(string Address, string Key)> For(Actor actor) =>
        Pages.Where(page => page.Needs is not { } needed || actor.Can(needed)).Select(page => (page.Address, page.Key));
}
