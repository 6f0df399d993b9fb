using System.Globalization;
using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.TestKit;

/// <summary>Number of rows of every table, and the published revision: what must not move when something is refused.</summary>
public static class DatabaseState
{
    public static async Task<string> ReadAsync(TestDatabase database, CancellationToken ct)
    {
        await using var db = database.NewContext();
        var counts = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Order(StringComparer.Ordinal)
            .Select(table => $"SELECT '{table}' || ' ' || COUNT(*) AS \"Value\" FROM {table}");
        var lines = await db.Database.SqlQueryRaw<string>(string.Join(" UNION ALL ", counts)).ToListAsync(ct);
        var revision = await new RevisionReader(database.Database).ReadAsync(ct);
        return string.Join('\n', [.. lines.Order(StringComparer.Ordinal), string.Create(CultureInfo.InvariantCulture, $"revision {revision}")]);
    }
}
