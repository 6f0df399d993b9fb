namespace Maillage.Catalogue.Starter;

/// <summary>What the rules of the catalogue refuse in the starter files, with the arguments of <see cref="OpenData.DataProblems"/>.</summary>
public static class CatalogueStarterProblems
{
    /// <summary>A date that is no school year, such as <c>2020-2021</c>.</summary>
    public const string NotASchoolYear = "catalogue.starter.not_a_school_year";

    /// <summary>A qualification said to follow itself.</summary>
    public const string FollowsItself = "catalogue.starter.follows_itself";
}
