using Maillage.Data;
using Maillage.Network;
using Maillage.OpenData;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Starter;

/// <summary>What the starter files of the catalogue may refer to in the network, which is loaded before.</summary>
internal sealed record CatalogueReferences(IReadOnlySet<string> Sectors, IReadOnlySet<string> Campuses, IReadOnlySet<string> Organisations)
{
    public static async Task<CatalogueReferences> ReadAsync(MaillageDb db, CancellationToken ct) => new(
        await SetAsync(db.Sectors.Select(row => row.Code), ct),
        await SetAsync(db.Campuses.Select(row => row.Slug), ct),
        await SetAsync(db.Organisations.Select(row => row.Slug), ct));

    /// <summary>Every value of a column, or item of its lists, must be among those known.</summary>
    public static void Check(FileRows file, Column column, IReadOnlySet<string> known, string otherFile, string otherColumn, ProblemList problems)
    {
        foreach (var row in file.Rows)
        {
            foreach (var item in column.ItemsOf(row.Text(column)).Where(item => !known.Contains(item)))
            {
                problems.Add(DataProblems.ReferenceUnknown, file.Declaration.File, row.Line, column.Name, item, otherFile, otherColumn);
            }
        }
    }

    private static async Task<IReadOnlySet<string>> SetAsync(IQueryable<string> values, CancellationToken ct) =>
        (await values.ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
}
