using Maillage.Catalogue.Qualifications;

namespace Maillage.Catalogue.Register;

/// <summary>One qualification can follow another: why, and by whose word.</summary>
/// <param name="Followers">How many learners follow it each year, where it is known.</param>
/// <param name="Licence">Terms of use of the link.</param>
public sealed record PathwayStep(
    QualificationRecord From, QualificationRecord To, PathwayBasis Basis, int? Followers, string Source, string Licence)
{
    /// <summary>How many follow it, as anyone may see it: null when unknown or too few.</summary>
    public int? FollowersShown => Followers >= OfferYear.LeastShown ? Followers : null;
}
