using Maillage.OpenData.Imports;
using Maillage.OpenData.Imports.Downloads;

namespace Maillage.Web.Verbs;

/// <summary>Fetches the files of data sets from where their producers publish them, into the state.</summary>
internal static class ImportDownloads
{
    private const string Folder = "downloads";
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);

    /// <returns>The files had, and how many could not be. A data set without an address is passed over, and said.</returns>
    public static async Task<(FolderContents Contents, int Failed)> FetchAsync(VerbContext context, IReadOnlyList<DataSet> dataSets, CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Maillage/1.0");
        var download = new DownloadFile(http, Path.Combine(context.Settings.State, Folder), DownloadLimits.Default, TimeProvider.System);
        var (files, failed) = (new List<RecognisedFile>(), 0);
        foreach (var dataSet in dataSets)
        {
            if (dataSet.Resource is not { } address)
            {
                context.Say("verbs.import.no_address", dataSet.Name);
                continue;
            }

            context.Say("verbs.import.downloading", dataSet.Name, address);
            var downloaded = await download.ExecuteAsync(dataSet.Name, address, ct);
            var file = downloaded.Failed ? null : await SourceFile.FindAsync(downloaded.Value.Path, ct);
            if (file is not null)
            {
                files.Add(new RecognisedFile(file, dataSet, 0));
                continue;
            }

            failed++;
            await context.Error.WriteLineAsync(context.Texts.Of(downloaded.Problem ?? DownloadProblems.NoText(dataSet.Name)));
        }

        return (new FolderContents(files, [], []), failed);
    }
}
