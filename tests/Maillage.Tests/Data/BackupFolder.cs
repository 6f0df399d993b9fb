using System.Text;
using Maillage.Data;
using Maillage.Data.Backup;
using Maillage.Shared;
using Microsoft.Data.Sqlite;

namespace Maillage.Tests.Data;

/// <summary>A temporary place for states and archives.</summary>
internal sealed class BackupFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maillage-backup-");

    public string Archive => Path.Combine(_folder.FullName, "sauvegarde é.zip");

    public string State(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A SQLite database in a state of its own, not created yet.</summary>
    public Database Sqlite(string state) => Database.Sqlite(Path.Combine(State(state), "maillage.db"));

    public void WriteFile(string state, string name, string content)
    {
        var path = Path.Combine(State(state), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, Encoding.UTF8);
    }

    /// <summary>Name and content of every file that a backup should bring back.</summary>
    public IReadOnlyDictionary<string, string> Files(string state) => new[] { "files", "keys" }
        .Select(name => Path.Combine(State(state), name))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .ToDictionary(path => Path.GetRelativePath(State(state), path), path => File.ReadAllText(path), StringComparer.Ordinal);

    public async Task<BackupManifest> BackUpAsync(Database database, string state, string? archive = null)
    {
        var written = await new WriteBackup(database, TimeProvider.System).ExecuteAsync(archive ?? Archive, State(state), CancellationToken.None);
        return written.Failed ? throw new InvalidOperationException(written.Problem.Code) : written.Value;
    }

    public Task<Result<BackupManifest>> RestoreAsync(Database database, string state, string? archive = null) =>
        new RestoreBackup(database).ExecuteAsync(archive ?? Archive, State(state), CancellationToken.None);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
