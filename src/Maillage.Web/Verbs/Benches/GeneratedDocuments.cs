using Maillage.Catalogue.Register;
using Maillage.Data;
using Maillage.Network.Territories;
using Maillage.Network;
using Maillage.Search;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs.Benches;

/// <summary>
/// Half a million rows made of the names of the catalogue, of the organisations and of the communes, combined: trainings, some
/// given in one place and some in hundreds, and organisations. The same each time.
/// </summary>
internal sealed class GeneratedDocuments(NationalCatalogue catalogue, IReadOnlyList<Commune> communes) : ISearchSource
{
    public const int Rows = 500_000;
    private const int OrganisationRows = 60_000;
    private const int MostPlaces = 400;
    private const int Seed = 1;

    private static readonly string[] Modes = ["scolaire", "apprentissage", "formation_continue"];
    private static readonly string[] Statuses = ["public", "private"];

    private readonly List<string> _qualifications = [.. catalogue.Qualifications.Select(row => row.Name).Distinct(StringComparer.Ordinal)];
    private readonly List<string> _occupations = [.. catalogue.Occupations.Select(row => row.Name.Fr).Distinct(StringComparer.Ordinal)];
    private readonly List<string> _organisations = [.. catalogue.Offers.Select(row => row.Place.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Changed between two readings, to follow one change.</summary>
    public string Added { get; set; } = "";

    public static async Task<GeneratedDocuments> ReadAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaillageDb>();
        return new GeneratedDocuments(
            await services.GetRequiredService<CurrentCatalogue>().GetAsync(ct),
            await db.Communes.AsNoTracking().OrderBy(commune => commune.Code).ToListAsync(ct));
    }

    public async IAsyncEnumerable<SearchDocument> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        var random = new Random(Seed);
        for (var row = 0; row < OrganisationRows; row++)
        {
            var place = Place(random);
            yield return new SearchDocument
            {
                Type = "organisation",
                Id = $"organisation-{row}",
                Title = place.Name,
                Subtitle = place.Commune.Name,
                Words = [$"{row:0000000}A", place.Commune.Postcodes, "lycée polyvalent"],
                Place = place.Point,
                Facets = [("sector", $"{row % 12}"), ("region", place.Commune.DepartmentCode[..1]), ("department", place.Commune.DepartmentCode)],
                Weight = 3,
            };
        }

        for (var (row, number) = (OrganisationRows, 0); row < Rows; number++)
        {
            // The cube of chance: most trainings are given in few places, some in hundreds.
            var places = Math.Min(Rows - row, 1 + (int)(Math.Pow(random.NextDouble(), 6) * MostPlaces));
            row += places;
            yield return Training(random, number, places);
        }
    }

    /// <summary>What a person could type: words of a document taken by chance.</summary>
    public string Qualification(Random random) => Pick(random, _qualifications);

    public string Occupation(Random random) => Pick(random, _occupations);

    public string Commune(Random random) => Pick(random, communes).Name;

    private SearchDocument Training(Random random, int number, int places) => new()
    {
        Type = "formation",
        Id = $"formation-{number}",
        Title = Pick(random, _qualifications) + (number == 0 ? Added : ""),
        Subtitle = Pick(random, _occupations),
        Words = [$"RNCP{number}", $"{50_000_000 + number}", Pick(random, _occupations)],
        Facets = [("level", $"{3 + random.Next(6)}"), ("sector", $"{number % 12}")],
        Weight = 6,
        Places =
        [
            .. Enumerable.Range(0, places).Select(_ => Place(random)).Select(place => new SearchPlace(
                $"{place.Name}, {place.Commune.Name}",
                [place.Commune.Postcodes],
                place.Point,
                [
                    ("mode", Pick(random, Modes)), ("status", Pick(random, Statuses)), ("campus", $"{random.Next(80)}"),
                    ("region", place.Commune.DepartmentCode[..1]), ("department", place.Commune.DepartmentCode),
                ])),
        ],
    };

    private (string Name, Commune Commune, GeoPoint Point) Place(Random random) =>
        (Pick(random, _organisations), Pick(random, communes), new GeoPoint(42.5 + (random.NextDouble() * 8), -4 + (random.NextDouble() * 11)));

    private static T Pick<T>(Random random, IReadOnlyList<T> rows) => rows[random.Next(rows.Count)];
}
