using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.OpenData;

/// <summary>What was loaded before.</summary>
public static class LoadHistory
{
    /// <summary>Digest of the file last loaded in each data set.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> LastDigestsAsync(
        this MaillageDb db, IReadOnlyCollection<string> dataSets, CancellationToken ct)
    {
        var loads = db.DataSetLoads;
        var last = await loads.AsNoTracking()
            .Where(load => dataSets.Contains(load.DataSet))
            .Where(load => !loads.Any(later => later.DataSet == load.DataSet && later.LoadedAt > load.LoadedAt))
            .Select(load => new { load.DataSet, load.Digest })
            .ToListAsync(ct);
        return last.GroupBy(load => load.DataSet, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Digest, StringComparer.Ordinal);
    }
}
