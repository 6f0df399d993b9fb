using System.Globalization;

namespace Maillage.Data;

/// <summary>Reads the published revision: one row by its key, the only read that a request answered from memory makes.</summary>
public sealed class RevisionReader(Database database)
{
    public Task<long> ReadAsync(CancellationToken ct) => ReadAsync(PublishedRevision.TheRow, ct);

    /// <summary>The revision that imports alone move.</summary>
    public Task<long> ReadImportsAsync(CancellationToken ct) => ReadAsync(PublishedRevision.TheImports, ct);

    private async Task<long> ReadAsync(int row, CancellationToken ct)
    {
        await using var connection = database.Create();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT number FROM published_revision WHERE published_revision_id = {row}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
