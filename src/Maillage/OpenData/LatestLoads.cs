using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.OpenData;

/// <summary>The last load of each data set.</summary>
public sealed class LatestLoads(MaillageDb db)
{
    public async Task<IReadOnlyDictionary<string, DataSetLoad>> ReadAsync(CancellationToken ct)
    {
        var loads = db.DataSetLoads;
        var last = await loads.AsNoTracking()
            .Where(load => !loads.Any(later => later.DataSet == load.DataSet && later.LoadedAt > load.LoadedAt))
            .ToListAsync(ct);
        return last.GroupBy(load => load.DataSet, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }
}
