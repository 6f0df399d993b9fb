using System.IO.Compression;
using System.Text;
using Maillage.OpenData.Imports;
using Microsoft.Extensions.Time.Testing;

namespace Maillage.TestKit;

/// <summary>A temporary folder of producers' files, and the import of one of them. Its rows are invented.</summary>
public sealed class ImportFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maillage-import-");

    private readonly FakeTimeProvider _clock = TestData.Clock();

    public string Path => _folder.FullName;

    /// <summary>Folder of the rejected rows, whose reasons are codes.</summary>
    public RejectFolder Rejects => new(System.IO.Path.Combine(Path, "imports"), problem => $"because {problem.Code}");

    public string Write(string name, string text, Encoding? encoding = null)
    {
        var path = System.IO.Path.Combine(Path, name);
        encoding ??= new UTF8Encoding(false);
        File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        return path;
    }

    public string WriteZip(string name, params IEnumerable<(string Name, string Text)> entries)
    {
        var path = System.IO.Path.Combine(Path, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return path;
    }

    public IReadOnlyList<string[]> ReadRejects(string name) =>
        [.. File.ReadAllLines(System.IO.Path.Combine(Rejects.Path, name)).Select(line => line.Split(','))];

    public async Task<ImportOutcome> ImportAsync(TestDatabase database, DataSet dataSet, string path, CancellationToken ct, Action<int>? progress = null, bool acceptsLoss = false)
    {
        var file = await SourceFile.FindAsync(path, ct) ?? throw new InvalidOperationException($"{path} is no text.");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = database.NewContext();
        return await new ImportFile(db, _clock) { AcceptsLoss = acceptsLoss }.ExecuteAsync(new RecognisedFile(file, dataSet, 0), Rejects, progress, ct);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
