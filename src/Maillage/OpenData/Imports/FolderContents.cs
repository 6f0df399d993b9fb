namespace Maillage.OpenData.Imports;

/// <summary>What a folder holds for the data sets: the files to load, those that another of the same data set replaces, and the unknown.</summary>
public sealed record FolderContents(IReadOnlyList<RecognisedFile> Files, IReadOnlyList<(RecognisedFile File, RecognisedFile For)> Replaced, IReadOnlyList<string> Unknown)
{
    /// <param name="path">A folder, searched with its sub-folders, or one file.</param>
    /// <param name="dataSets">Those among which files are recognised.</param>
    public static async Task<FolderContents> ReadAsync(string path, IReadOnlyList<DataSet> dataSets, CancellationToken ct)
    {
        List<RecognisedFile> found = [];
        List<string> unknown = [];
        foreach (var file in SourceFile.FilesOf(path))
        {
            if (await SourceFile.FindAsync(file, ct) is { } source && RecognisedFile.Of(source, dataSets) is { } recognised)
            {
                found.Add(recognised);
            }
            else
            {
                unknown.Add(Path.GetRelativePath(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, file));
            }
        }

        List<RecognisedFile> kept = [];
        List<(RecognisedFile File, RecognisedFile For)> replaced = [];
        foreach (var dataSet in dataSets)
        {
            var files = found.Where(file => file.DataSet == dataSet).ToList();
            if (dataSet.IsScoped || files.Count < 2)
            {
                kept.AddRange(files);
                continue;
            }

            // Each would replace what the other said: the fullest speaks, then the latest.
            var best = files.OrderByDescending(file => file.Found).ThenByDescending(file => file.File.Vintage, StringComparer.Ordinal)
                .ThenByDescending(file => new FileInfo(file.File.FullPath).Length).First();
            kept.Add(best);
            replaced.AddRange(files.Where(file => file != best).Select(file => (file, best)));
        }

        return new FolderContents(kept, replaced, unknown);
    }
}
