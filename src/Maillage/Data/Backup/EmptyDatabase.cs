using Maillage.Shared;

namespace Maillage.Data.Backup;

/// <summary>A database is empty when it holds no more than what its migrations put there.</summary>
internal static class EmptyDatabase
{
    public static async Task<Problem?> CheckAsync(RestoreTarget target, MaillageDb db, CancellationToken ct)
    {
        var present = await target.TablesAsync(ct);
        foreach (var table in BackupTables.Of(db).Where(table => present.Contains(table.Name)))
        {
            var rows = await target.CountAsync(table.Name, ct);
            if (rows > BackupTables.SeededRows(table))
            {
                return BackupProblems.TableNotEmpty(table.Name, rows);
            }
        }

        return null;
    }
}
