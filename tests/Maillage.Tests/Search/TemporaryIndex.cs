using Maillage.Search;
using Xunit;

namespace Maillage.Tests.Search;

/// <summary>A folder for an index, gone with the test.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("maillage-index-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<IndexChanges> FollowAsync(long revision, IEnumerable<SearchDocument> documents)
    {
        using var folder = new SearchFolder(Path);
        return await folder.FollowAsync(revision, [new Given(documents)], Ct);
    }

    public async Task<SearchIndex> WriteAsync(long revision, IEnumerable<SearchDocument> documents)
    {
        await FollowAsync(revision, documents);
        return Open()!;
    }

    public SearchIndex? Open()
    {
        using var folder = new SearchFolder(Path);
        return folder.Open();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private sealed class Given(IEnumerable<SearchDocument> documents) : ISearchSource
    {
        public async IAsyncEnumerable<SearchDocument> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Yield();
            foreach (var document in documents)
            {
                ct.ThrowIfCancellationRequested();
                yield return document;
            }
        }
    }
}
