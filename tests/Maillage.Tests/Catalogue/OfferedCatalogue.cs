using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Tests.Catalogue;

/// <summary>A catalogue in memory, as the product reads it, over entities or over generated offers.</summary>
internal static class OfferedCatalogue
{
    public static async Task<NationalCatalogue> ReadCatalogueAsync(this TestDatabase database, CancellationToken ct)
    {
        await using var services = database.NewServices();
        return await services.GetRequiredService<CurrentCatalogue>().GetAsync(ct);
    }

    /// <summary>As many offers, at places and of qualifications drawn from a seed.</summary>
    public static NationalCatalogue Generated(int seed, int count)
    {
        var random = new Random(seed);
        var qualifications = Enumerable.Range(0, 7).Select(number => new QualificationRecord
        {
            Slug = $"q{number}", Name = $"CAP {number}", Level = 3 + (number % 3), Cfd = $"5002530{number}", SectorCodes = [$"s{number % 2}"],
            CampusSlugs = number == 0 ? ["c"] : [], Sources = ["Test"],
        }).ToList();
        var places = Enumerable.Range(0, 9).Select(number => new OrganisationPlace
        {
            Slug = $"p{number}", Name = $"Lycée {number}", Kind = OrganisationKind.LyceePro, RegionCode = number % 2 == 0 ? "52" : "53",
            CommuneCode = InseeCode.Parse(number % 3 == 0 ? "44109" : "49007"),
            Point = number == 8 ? null : new GeoPoint(47 + (random.NextDouble() / 2), -1.5 + random.NextDouble()),
            CampusSlugs = number < 4 ? ["c"] : [],
        }).ToList();
        var offers = Enumerable.Range(0, count).Select(_ => new OfferRecord
        {
            Qualification = qualifications[random.Next(7)], Place = places[random.Next(9)], Mode = (TrainingMode)random.Next(3), Years = [],
        }).ToList();
        return new NationalCatalogue(1, qualifications, offers, [], []);
    }
}
