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

    /// <summary>Whether the two, as far as both are told, lead to no common occupation and are of different specialities.</summary>
    public bool ChangesField =>
        ((From.RomeCodes.Count > 0 && To.RomeCodes.Count > 0) || (From.Speciality is not null && To.Speciality is not null))
        && !From.RomeCodes.Intersect(To.RomeCodes, StringComparer.Ordinal).Any()
        && (From.Speciality is null || From.Speciality != To.Speciality);
}
