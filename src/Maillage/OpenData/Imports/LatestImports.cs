using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.OpenData.Imports;

/// <summary>The last readings of producers' files, for those who run the site.</summary>
public sealed class LatestImports(MaillageDb db)
{
    public const int MaxCount = 200;

    /// <summary>The last ones, of every data set or of one.</summary>
    public async Task<IReadOnlyList<ImportRun>> ReadAsync(string? dataSet, int count, CancellationToken ct) =>
        await db.ImportRuns.AsNoTracking()
            .Where(run => dataSet == null || run.DataSet == dataSet)
            .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.ImportRunId)
            .Take(Math.Clamp(count, 1, MaxCount))
            .ToListAsync(ct);

    /// <summary>The last one that succeeded in each data set and for each of its scopes, in the order of their names.</summary>
    public async Task<IReadOnlyList<ImportRun>> CurrentAsync(CancellationToken ct)
    {
        var runs = db.ImportRuns.Where(run => run.State == ImportState.Succeeded);
        var last = await runs.AsNoTracking()
            .Where(run => !runs.Any(later => later.DataSet == run.DataSet && later.Scope == run.Scope && later.StartedAt > run.StartedAt))
            .OrderBy(run => run.DataSet).ThenBy(run => run.Scope)
            .Take(MaxCount)
            .ToListAsync(ct);
        return [.. last.DistinctBy(run => (run.DataSet, run.Scope))];
    }

    /// <summary>Whether what is held was read by another mapping, whose rows may be others.</summary>
    internal async Task<bool> IsReadOtherwiseAsync(DataSet dataSet, CancellationToken ct)
    {
        var version = await db.ImportRuns.Where(run => run.DataSet == dataSet.Name && run.State == ImportState.Succeeded)
            .OrderByDescending(run => run.StartedAt).Select(run => (int?)run.MappingVersion).FirstOrDefaultAsync(ct);
        return version is not null && version != dataSet.Version;
    }

    /// <summary>The run that read this very file by this very mapping and that nothing replaced since; null when it must be read.</summary>
    internal async Task<ImportRun?> SameAsync(DataSet dataSet, SourceFile file, CancellationToken ct)
    {
        var runs = db.ImportRuns.AsNoTracking().Where(run => run.DataSet == dataSet.Name && run.State == ImportState.Succeeded);
        // When only its name tells the year, the same content under another name says another thing.
        var vintage = dataSet.Vintage.IsYearOfFileName ? file.Vintage : null;
        var same = await runs.Where(run => run.Digest == file.Digest && run.MappingVersion == dataSet.Version && (vintage == null || run.Vintage == vintage))
            .OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(ct);
        return same is not null && !await runs.AnyAsync(run => run.Scope == same.Scope && run.StartedAt > same.StartedAt && run.Digest != same.Digest, ct)
            ? same
            : null;
    }
}
