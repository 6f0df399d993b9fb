namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>The pages of the workspace of a campus, in the order of its menu.</summary>
public static class CampusSections
{
    public const string Home = "home";
    public const string Agenda = "agenda";
    public const string Articles = "articles";
    public const string Documents = "documents";
    public const string Steering = "steering";
    public const string Actions = "actions";

    private static readonly (string Code, string Path, bool ForMembers)[] All =
    [
        (Home, "", true),
        (Articles, "/articles", false),
        (Agenda, "/agenda", false),
        (Documents, "/documents", true),
        (Steering, "/pilotage", true),
        (Actions, "/actions", false),
    ];

    /// <summary>Those that someone may open: its team all of them, its members some.</summary>
    public static IEnumerable<string> For(bool mayEdit) => All.Where(section => mayEdit || section.ForMembers).Select(section => section.Code);

    public static string AddressOf(Guid campusId, string code = Home) => $"{CampusesModel.Address}/{campusId}{Array.Find(All, section => section.Code == code).Path}";
}
