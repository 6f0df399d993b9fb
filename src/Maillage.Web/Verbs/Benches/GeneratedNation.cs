using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Data;
using Maillage.Network;
using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Benches;

/// <summary>A fictitious offer of the size of the country, as rows beside the starter facts, to whose territories it refers.</summary>
internal static class GeneratedNation
{
    private const int QualificationCount = 5_000;
    private const int PlaceCount = 8_000;
    private const int OfferCount = 50_000;

    private static readonly string[] Words =
        ["métiers", "de", "la", "soudage", "cuisine", "maintenance", "réseaux", "électricité", "bois", "aéronautique", "soins", "commerce", "option", "systèmes"];

    private static readonly Provenance Provenance = new("Bench", null, Confidence.C);

    public static async Task FillAsync(Database database, Random random, CancellationToken ct)
    {
        await using var db = database.NewContext();
        var regions = db.AcademicRegions.Select(row => row.Code).ToList();
        var sectors = db.Sectors.Select(row => row.Code).ToList();
        var places = Enumerable.Range(0, PlaceCount).Select(number => Place(random, number, regions)).ToList();
        var qualifications = Enumerable.Range(0, QualificationCount).Select(number => Qualification(random, number, sectors)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.BulkInsertAsync(places, ct);
        await db.BulkInsertAsync(qualifications, ct);
        await db.BulkInsertAsync(Offers(random, qualifications, places), ct);
        await db.BumpRevisionAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static Organisation Place(Random random, int number, List<string> regions)
    {
        var name = $"Lycée {Phrase(random, 2)} {number}";
        return new Organisation
        {
            Slug = $"bench-place-{number}",
            Name = name,
            FoldedName = FoldedText.Of(name),
            Kind = OrganisationKind.LyceePro,
            Status = OrganisationStatus.Public,
            RegionCode = regions[random.Next(regions.Count)],
            Commune = Phrase(random, 1),
            Latitude = 42.5 + (random.NextDouble() * 8),
            Longitude = -4 + (random.NextDouble() * 11),
            Provenance = Provenance,
            UpdatedAt = DateTime.UnixEpoch,
        };
    }

    private static Qualification Qualification(Random random, int number, List<string> sectors) => new()
    {
        Slug = $"bench-{number}",
        Name = $"CAP {Phrase(random, 5)} {number}",
        DiplomaType = DiplomaType.Cap,
        Level = random.Next(3, 9),
        Cfd = $"B{number:0000000}",
        SectorCodes = [sectors[random.Next(sectors.Count)]],
        Provenance = Provenance,
    };

    private static IEnumerable<TrainingOffer> Offers(Random random, List<Qualification> qualifications, List<Organisation> places)
    {
        var known = new HashSet<(int Qualification, int Place)>();
        while (known.Count < OfferCount)
        {
            var pair = (random.Next(qualifications.Count), random.Next(places.Count));
            if (known.Add(pair))
            {
                yield return new TrainingOffer
                {
                    QualificationSlug = qualifications[pair.Item1].Slug,
                    OrganisationSlug = places[pair.Item2].Slug,
                    Mode = random.Next(3) == 0 ? TrainingMode.Apprentissage : TrainingMode.Scolaire,
                    SchoolYear = PartialDate.SchoolYear(2022),
                    Capacity = random.Next(8, 60),
                    Enrolled = random.Next(2, 180),
                    Provenance = Provenance,
                };
            }
        }
    }

    private static string Phrase(Random random, int words) => string.Join(' ', random.GetItems(Words, words));
}
