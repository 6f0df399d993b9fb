using System.Globalization;

namespace Maillage.Data;

/// <summary>Reads the published revision: one row by its key, the only read that a request answered from memory makes.</summary>
public sealed class RevisionReader(Database database)
{
    private static readonly string Query =
        $"SELECT number FROM published_revision WHERE published_revision_id = {PublishedRevision.TheRow}";

    public async Task<long> ReadAsync(CancellationToken ct)
    {
        await using var connection = database.Create();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
