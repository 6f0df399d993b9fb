using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Benches;

/// <summary>
/// A fictitious catalogue of the size of the country. As in the real one, some diplomas lead to many others, most steps climb
/// one level, renewals make cycles, and half of the diplomas are closed.
/// </summary>
internal static class GeneratedCountry
{
    private const int QualificationCount = 11_000;
    private const int StepCount = 60_000;
    private const int OfferCount = 50_000;
    private const int PlaceCount = 8_000;

    // Shares of the levels from 3 to 8, in hundredths.
    private static readonly int[] Levels = [22, 24, 18, 16, 17, 3];

    public static PathwayGraph Make(Random random, DateOnly today, out IReadOnlyList<QualificationRecord> qualifications)
    {
        var rows = Enumerable.Range(0, QualificationCount).Select(number => Qualification(random, number, today)).OrderBy(row => row.Level).ToList();
        var byLevel = rows.GroupBy(row => row.Level).ToDictionary(level => level.Key, level => level.ToList());
        var steps = new Dictionary<(QualificationRecord From, QualificationRecord To), PathwayStep>();
        while (steps.Count < StepCount)
        {
            var from = Skewed(random, rows);
            var level = random.Next(100) switch { < 15 => from.Level, < 90 => from.Level + 1, _ => from.Level + 2 };
            if (byLevel.TryGetValue(level, out var above))
            {
                var to = Skewed(random, above);
                var basis = level == from.Level && random.Next(2) == 0 ? PathwayBasis.Renewal : random.Next(3) == 0 ? PathwayBasis.Usual : PathwayBasis.Official;
                steps.TryAdd((from, to), new PathwayStep(from, to, basis, null, "", ""));
            }
        }

        var places = Enumerable.Range(0, PlaceCount).Select(number => Place(random, number)).ToList();
        var offers = Enumerable.Range(0, OfferCount).Select(_ => new OfferRecord
        {
            Qualification = Skewed(random, rows),
            Place = places[random.Next(places.Count)],
            Mode = random.Next(3) == 0 ? TrainingMode.Apprentissage : TrainingMode.Scolaire,
            Years = [],
        });
        qualifications = rows;
        return new PathwayGraph(rows, offers, steps.Values);
    }

    private static QualificationRecord Qualification(Random random, int number, DateOnly today)
    {
        var (share, level) = (random.Next(100), 0);
        while (share >= Levels[level])
        {
            share -= Levels[level++];
        }

        return new QualificationRecord
        {
            Slug = $"qualification-{number}",
            Name = $"Qualification {number}",
            Level = Maillage.Catalogue.Qualifications.Qualification.LowestLevel + level,
            ClosedOn = random.Next(2) == 0 ? today.AddDays(-random.Next(1, 3_000)) : null,
            Sources = [],
        };
    }

    private static OrganisationPlace Place(Random random, int number) => new()
    {
        Slug = $"place-{number}",
        Name = $"Place {number}",
        Kind = OrganisationKind.Lycee,
        Point = new GeoPoint(42.5 + (random.NextDouble() * 8), -4 + (random.NextDouble() * 11)),
    };

    // The square of chance: a quarter of the rows takes half of the draws.
    private static T Skewed<T>(Random random, List<T> rows) => rows[(int)(Math.Pow(random.NextDouble(), 2) * rows.Count)];
}
