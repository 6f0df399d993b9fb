using Maillage.Catalogue.Offers;
using Maillage.Network.Organisations;

namespace Maillage.Catalogue.Register;

/// <summary>An offer being put together: what people tell of its years, then what producers tell.</summary>
internal sealed class Offered(QualificationRecord qualification, OrganisationPlace place, TrainingMode mode)
{
    private readonly List<OfferYear> _curated = [];
    private IReadOnlyList<OfferYear> _imported = [];

    public void AddCurated(OfferYear year) => _curated.Add(year);

    public void AddImported(IReadOnlyList<OfferYear> years) => _imported = years;

    public OfferRecord ToRecord() => new() { Qualification = qualification, Place = place, Mode = mode, Years = Years() };

    /// <summary>A year told by both is one year: people's figures, and the producer's where people tell none.</summary>
    private IReadOnlyList<OfferYear> Years() => _curated.Count == 0
        ? _imported
        :
        [
            .. _curated.Select(year => _imported.FirstOrDefault(other => other.SchoolYear == year.SchoolYear) is { } other ? Completed(year, other) : year)
                .Concat(_imported.Where(year => !_curated.Exists(other => other.SchoolYear == year.SchoolYear)))
                .OrderByDescending(year => year.SchoolYear?.FirstDay),
        ];

    private static OfferYear Completed(OfferYear year, OfferYear other)
    {
        var whole = year with
        {
            Capacity = year.Capacity ?? other.Capacity,
            Enrolled = year.Enrolled ?? other.Enrolled,
            EnrolledOnEntry = year.EnrolledOnEntry ?? other.EnrolledOnEntry,
            FirstWishes = year.FirstWishes ?? other.FirstWishes,
            ConfirmedWishes = year.ConfirmedWishes ?? other.ConfirmedWishes,
        };
        return whole == year ? year : whole with { Source = $"{year.Source} ; {other.Source}" };
    }
}
