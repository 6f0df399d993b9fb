using CsCheck;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Maillage.TestKit;

namespace Maillage.Tests.Catalogue.Pathways;

/// <summary>Small catalogues of fictitious diplomas, with everything that makes a walk difficult: cycles, renewals, closed ends.</summary>
internal sealed record AnyGraph(IReadOnlyList<QualificationRecord> Qualifications, IReadOnlyList<OfferRecord> Offers, IReadOnlyList<PathwayStep> Steps)
{
    public const string Rome = "H2902";

    // The first two are of one group.
    private static readonly string?[] Specialities = ["254s", "254n", "312", null];

    private static readonly DateOnly Passed = TestData.Today.AddYears(-1);

    private static readonly Gen<QualificationRecord> AnyQualification = Gen.Select(
        Gen.Int[3, 8], Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))), Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true))), Gen.Bool, Gen.Int[0, 3].Select(number => Specialities[number]),
        (level, closed, common, leads, nsf) => new QualificationRecord
        {
            Slug = Guid.CreateVersion7().ToString(),
            Name = "Diplôme fictif",
            Level = level,
            ClosedOn = closed ? Passed : null,
            IsCommonFirstYear = common,
            Nsf = nsf,
            RomeCodes = leads ? [Rome] : [],
            Sources = [],
        });

    public static Gen<AnyGraph> Any => OfSize(2, 9, 24);

    /// <summary>Of so many qualifications, with up to so many steps, which go anywhere, themselves and downwards included.</summary>
    public static Gen<AnyGraph> OfSize(int fewest, int most, int steps) => AnyQualification.Array[fewest, most].SelectMany(qualifications =>
    {
        var any = Gen.Int[0, qualifications.Length - 1].Select(number => qualifications[number]);
        var step = Gen.Select(any, any, Gen.Enum<PathwayBasis>(), (from, to, basis) => new PathwayStep(from, to, basis, null, "fictif", "projet"));
        var offer = Gen.Select(any, Gen.Enum<TrainingMode>(), Gen.Int[0, 40], (qualification, mode, place) => new OfferRecord
        {
            Qualification = qualification,
            Mode = mode,
            Years = [],
            Place = new OrganisationPlace
            {
                Slug = $"lieu-{place}",
                Name = $"Lieu {place}",
                Kind = OrganisationKind.Lycee,
                Point = place % 5 == 0 ? null : new GeoPoint(44 + (place / 10.0), place / 8.0),
            },
        });
        return Gen.Select(step.Array[0, steps], offer.Array[0, 12], (links, offers) =>
            new AnyGraph(qualifications, offers, [.. links.DistinctBy(link => (link.From, link.To))]));
    });

    public PathwayGraph Graph() => new(Qualifications, Offers, Steps);

    public Gen<PathwayQuestion> AnyQuestion() => Gen.Select(
        Gen.Frequency((3, Gen.Int[0, Qualifications.Count - 1].Select(number => (QualificationRecord?)Qualifications[number])), (1, Gen.Const((QualificationRecord?)null))),
        Gen.Frequency((1, Gen.Int[3, 8].Select(level => (int?)level)), (2, Gen.Const((int?)null))),
        Gen.Frequency((3, Gen.Int[3, 8].Select(level => (int?)level)), (1, Gen.Const((int?)null))),
        Gen.Frequency((1, Gen.Const((string?)Rome)), (2, Gen.Const((string?)null))),
        Gen.Frequency((1, Gen.Enum<TrainingMode>().Select(mode => (TrainingMode?)mode)), (3, Gen.Const((TrainingMode?)null))),
        Gen.Bool,
        (from, fromLevel, toLevel, rome, mode, near) => new PathwayQuestion
        {
            Day = TestData.Today,
            From = from,
            FromLevel = from is null ? fromLevel : null,
            ToLevel = toLevel,
            ToOccupation = rome,
            Mode = mode,
            Near = near ? new GeoPoint(47.2, -1.5) : null,
        });
}
