using Maillage.Search;
using Xunit;

namespace Maillage.Tests.Search;

public sealed class SearchFolderTests : IDisposable
{
    private readonly TemporaryIndex _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_BeforeAnythingIsWritten_GivesNothing() => Assert.Null(_folder.Open());

    [Fact]
    public async Task Follow_AgainWithTheSame_WritesNothing()
    {
        await _folder.FollowAsync(1, Numbered(3));

        var changes = await _folder.FollowAsync(2, Numbered(3));

        Assert.Equal(new IndexChanges(3, 0, 0), changes);
        using var index = _folder.Open()!;
        Assert.Equal((2, 3), (index.Revision, index.Documents));
    }

    [Fact]
    public async Task Follow_OfAChange_WritesWhatChangedAlone()
    {
        await _folder.FollowAsync(1, Numbered(5));

        var changes = await _folder.FollowAsync(2, Numbered(6).Skip(1).Select(row => row.Id == "2" ? row with { Title = "Renommé" } : row));

        Assert.Equal(new IndexChanges(5, 2, 1), changes);
        using var index = _folder.Open()!;
        Assert.Equal("2", Assert.Single(index.Find(new SearchQuery { Text = "renommé" }, 1, 10).Hits).Id);
        Assert.Equal(5, index.Documents);
    }

    [Fact]
    public async Task Follow_WhileOthersSearch_LeavesThemTheFormerOne()
    {
        using var former = await _folder.WriteAsync(1, Numbered(3));

        await _folder.FollowAsync(2, []);

        Assert.Equal(3, former.Find(new SearchQuery { Text = "fiche" }, 1, 10).Hits.Count);
    }

    [Fact]
    public async Task Follow_ThatFails_LeavesTheFormerOne()
    {
        await _folder.FollowAsync(1, Numbered(3));

        await Assert.ThrowsAsync<InvalidDataException>(() => _folder.FollowAsync(2, Numbered(2).Concat(Failing())));

        using var index = _folder.Open()!;
        Assert.Equal((1, 3), (index.Revision, index.Documents));
    }

    [Fact]
    public async Task Follow_OfADamagedIndex_WritesItWhole()
    {
        await _folder.FollowAsync(1, Numbered(3));
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "_*"))
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3], TestContext.Current.CancellationToken);
        }

        var changes = await _folder.FollowAsync(2, Numbered(3));

        Assert.Equal(new IndexChanges(3, 3, 0), changes);
        using var index = _folder.Open()!;
        Assert.Equal(3, index.Documents);
    }

    private static IEnumerable<SearchDocument> Numbered(int count) =>
        Enumerable.Range(1, count).Select(number => new SearchDocument { Type = "fiche", Id = $"{number}", Title = $"Fiche {number}" });

    private static IEnumerable<SearchDocument> Failing() => Numbered(1).Select<SearchDocument, SearchDocument>(_ => throw new InvalidDataException());
}
