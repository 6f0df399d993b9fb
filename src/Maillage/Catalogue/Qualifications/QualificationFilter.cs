using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Catalogue.Qualifications;

/// <summary>What to look for among the qualifications; every condition given must hold.</summary>
public sealed record QualificationFilter
{
    public const int TextMaxLength = 100;

    /// <summary>Words that must all occur in the name or the codes; accents and case do not count.</summary>
    public string? Text { get; init; }

    public int? Level { get; init; }

    public string? Sector { get; init; }

    public DiplomaType? DiplomaType { get; init; }

    public string? Cfd { get; init; }

    public string? Rncp { get; init; }

    /// <summary>Prepared in this mode somewhere; in <see cref="Region"/> when both are asked.</summary>
    public TrainingMode? Mode { get; init; }

    /// <summary>Prepared at a known place of this région, by its INSEE code.</summary>
    public string? Region { get; init; }

    /// <summary>Prepared at a member of this campus, and part of its offer.</summary>
    public CampusOffer? Of { get; init; }

    private bool AsksOfOffers => Mode is not null || Region is not null || Of is not null;

    /// <summary>By level, then name.</summary>
    public IReadOnlyList<QualificationRecord> Apply(NationalCatalogue catalogue)
    {
        var words = FoldedText.Words(Text);
        var offered = AsksOfOffers ? new OfferFilter { Mode = Mode, Region = Region, Of = Of }.Offered(catalogue) : null;
        return [.. catalogue.Qualifications.Where((qualification, number) => offered?[number] is not false && IsKept(qualification, words))];
    }

    /// <summary>Whether an offer is one of those by which its qualification answers: in the mode, the région and the campus asked.</summary>
    public bool Includes(OfferRecord offer) =>
        (Mode is null || offer.Mode == Mode)
        && (Region is null || string.Equals(offer.Place.RegionCode, Region, StringComparison.Ordinal))
        && (Of is null || Of.Includes(offer.Place));

    private bool IsKept(QualificationRecord qualification, IReadOnlyList<string> words)
    {
        if ((Level is { } level && qualification.Level != level)
            || (DiplomaType is { } type && qualification.DiplomaType != type)
            || (Cfd is not null && !string.Equals(qualification.Cfd, Cfd, StringComparison.Ordinal))
            || (Rncp is not null && !string.Equals(qualification.Rncp, Rncp, StringComparison.Ordinal))
            || (Sector is not null && !qualification.SectorCodes.Contains(Sector, StringComparer.Ordinal)))
        {
            return false;
        }

        foreach (var word in words)
        {
            if (!qualification.FoldedSearch.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
