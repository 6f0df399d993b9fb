using System.Data.Common;

namespace Maillage.Data;

/// <summary>
/// Digest of the file last loaded in each data set, read without EF Core's model: it is what every start asks first, and most
/// often all that it asks.
/// </summary>
public sealed class LoadedDigests(Database database)
{
    private const string Query =
        "SELECT data_set, digest FROM data_set_loads AS loaded WHERE NOT EXISTS "
        + "(SELECT 1 FROM data_set_loads AS later WHERE later.data_set = loaded.data_set AND later.loaded_at > loaded.loaded_at)";

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await ReadAsync(connection, ct);
    }

    /// <summary>The same inside the transaction that the connection may have.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(DbConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        await using var rows = await command.ExecuteReaderAsync(ct);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct))
        {
            digests[rows.GetString(0)] = rows.GetString(1);
        }

        return digests;
    }
}
