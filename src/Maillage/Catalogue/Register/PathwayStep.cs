using Maillage.Catalogue.Qualifications;

namespace Maillage.Catalogue.Register;

/// <summary>One qualification can follow another: why, and by whose word.</summary>
/// <param name="Followers">How many learners follow it each year, where it is known.</param>
/// <param name="Licence">Terms of use of the link.</param>
public sealed record PathwayStep(
    QualificationRecord From, QualificationRecord To, PathwayBasis Basis, int? Followers, string Source, string Licence);
