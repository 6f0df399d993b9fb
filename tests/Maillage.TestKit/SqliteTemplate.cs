using Maillage.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Maillage.TestKit;

/// <summary>One migrated SQLite file in a folder of this process; a copy is a file copy.</summary>
internal sealed class SqliteTemplate : ITemplateDatabase
{
    private readonly Lazy<Task<string>> _template;
    private readonly string _folder = Directory.CreateTempSubdirectory("maillage-tests-").FullName;

    public SqliteTemplate()
    {
        _template = new(MigrateAsync);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteFolder();
    }

    public async Task<Database> CloneAsync()
    {
        var file = Path.Combine(_folder, $"{Guid.CreateVersion7():n}.db");
        File.Copy(await _template.Value, file);
        return Database.Sqlite(file);
    }

    public Task DropAsync(Database database)
    {
        using (var connection = (SqliteConnection)database.Create())
        {
            SqliteConnection.ClearPool(connection);
        }

        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file + suffix);
        }

        return Task.CompletedTask;
    }

    private async Task<string> MigrateAsync()
    {
        var file = Path.Combine(_folder, "template.db");
        var database = Database.Sqlite(file);
        await using (var db = database.NewContext())
        {
            await db.Database.MigrateAsync();
            // The copy takes the file alone, so nothing may stay in the write-ahead log.
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        using var connection = (SqliteConnection)database.Create();
        SqliteConnection.ClearPool(connection);
        return file;
    }

    private void DeleteFolder()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
