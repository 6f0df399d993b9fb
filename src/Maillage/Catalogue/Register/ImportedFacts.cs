using Maillage.Catalogue.Offers;
using Maillage.Data;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>What producers tell of the catalogue, read once for each revision of imports and kept while people edit.</summary>
internal sealed class ImportedFacts : IAsOfRevision
{
    /// <summary>Revision of imports for which it was read.</summary>
    public required long Revision { get; init; }

    /// <summary>Each under its code (CFD).</summary>
    public required IReadOnlyDictionary<string, QualificationRecord> Qualifications { get; init; }

    public required IReadOnlyList<ImportedOffer> Offers { get; init; }

    public required IReadOnlyList<ImportedStep> Steps { get; init; }

    public required IReadOnlyList<OccupationRecord> Occupations { get; init; }
}

/// <summary>A qualification prepared at one place, both by their codes, as one or several producers tell it.</summary>
internal sealed record ImportedOffer(Uai Uai, string Cfd, TrainingMode Mode, IReadOnlyList<OfferYear> Years);

/// <summary>A step between two qualifications, by their codes.</summary>
internal sealed record ImportedStep(string FromCfd, string ToCfd, Qualifications.PathwayBasis Basis, string Source, string Licence);
