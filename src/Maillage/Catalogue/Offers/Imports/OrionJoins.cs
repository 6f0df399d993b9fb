using Maillage.Data;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Offers.Imports;

/// <summary>How the files of Orion join: schools of one found in another.</summary>
internal static class OrionJoins
{
    public static readonly IReadOnlyList<JoinRate> All = [new("data.join.capacities_pupils", CapacitiesToPupilsAsync)];

    private static async Task<FoundKeys> CapacitiesToPupilsAsync(MaillageDb db, CancellationToken ct)
    {
        var counts = db.PupilCounts;
        var schools = db.SchoolPlaces.Select(places => places.Uai).Distinct();
        return new FoundKeys(await schools.CountAsync(uai => counts.Any(count => count.Uai == uai), ct), await schools.CountAsync(ct));
    }
}
