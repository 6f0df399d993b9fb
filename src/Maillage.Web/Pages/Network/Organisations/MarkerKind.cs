using Maillage.Network.Organisations;

namespace Maillage.Web.Pages.Network.Organisations;

/// <summary>Shape and letter of an organisation on a map, by family.</summary>
public static class MarkerKind
{
    /// <summary>The shapes that the stylesheet of the map knows.</summary>
    public static string Of(OrganisationKind kind) => kind.Family() switch
    {
        OrganisationFamily.School => "school",
        OrganisationFamily.HigherEducation => "higher",
        OrganisationFamily.Institution => "institution",
        _ => "company",
    };

    public static string Letter(string family) => family[..1].ToUpperInvariant();
}
