using System.Security.Cryptography;
using Maillage.Data;
using Maillage.Publishing;

namespace Maillage.Web.Verbs;

/// <summary>A state of any size, for benchmarks and soaks, in a temporary folder that goes with it.</summary>
public sealed class GeneratedState : IDisposable
{
    private const string Words = "campus métiers qualifications « réseau » établissement lycée entreprise œuvre naïf \\ \" \n\t 100 % 🎓 ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maillage-generated-");

    public string Folder => _folder.FullName;

    public string State => Path.Combine(Folder, "state");

    public string Backup => Path.Combine(Folder, "backup.zip");

    public Database Database => Database.Sqlite(Path.Combine(State, "maillage.db"));

    public int Reports { get; private set; }

    public int Files { get; private set; }

    /// <summary>Fills the state: as many reports of a mistake, as many files.</summary>
    public async Task FillAsync(Random random, int reports, int files, int fileBytes, CancellationToken ct)
    {
        (Reports, Files) = (reports, files);
        Directory.CreateDirectory(Path.Combine(State, "files"));
        await new ApplyMigrations(Database).ExecuteAsync(ct);
        await using var db = Database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.BulkInsertAsync(Enumerable.Range(0, reports).Select(number => Report(random, number)), ct);
        await transaction.CommitAsync(ct);
        for (var file = 0; file < files; file++)
        {
            var content = new byte[fileBytes];
            random.NextBytes(content);
            await File.WriteAllBytesAsync(Path.Combine(State, "files", $"{Convert.ToHexStringLower(SHA256.HashData(content))}.bin"), content, ct);
        }
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static FactReport Report(Random random, int number)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return new FactReport
        {
            FactReportId = new Guid(id),
            Page = $"/campus/campus-{number}",
            Message = string.Join(' ', random.GetItems(Words.Split(' '), random.Next(10, 60))),
            Language = number % 2 == 0 ? "fr" : "en",
            SentAt = DateTime.UnixEpoch.AddSeconds(random.Next()),
        };
    }
}
