using Maillage.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Search;

/// <summary>
/// Gives the index of the current published revision. While a longer change is being written, those who search keep the
/// former one.
/// </summary>
public sealed class CurrentSearchIndex(SearchFolder folder, RevisionReader revisions, IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Most changes are written in less: then the first who searches already sees them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any request that asks an index several times.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _following = new(1, 1);
    private volatile SearchIndex? _index;
    private readonly Queue<(SearchIndex Index, long Since)> _former = [];

    public async Task<SearchIndex> GetAsync(CancellationToken ct)
    {
        var revision = await revisions.ReadAsync(ct);
        if (_index is { } known && known.Revision == revision)
        {
            return known;
        }

        // Written for everyone: who asked may leave meanwhile.
        var following = FollowAsync(CancellationToken.None);
        if (_index is { } former)
        {
            await Task.WhenAny(following, Task.Delay(Patience, ct));
            return _index ?? former;
        }

        await following.WaitAsync(ct);
        return _index!;
    }

    /// <summary>Brings the index to the current revision.</summary>
    /// <returns>What changed, or null when nothing had to be written.</returns>
    public async Task<IndexChanges?> FollowAsync(CancellationToken ct)
    {
        await _following.WaitAsync(ct);
        try
        {
            var revision = await revisions.ReadAsync(ct);
            if (_index?.Revision == revision)
            {
                return null;
            }

            // Another process that shares the folder may have written it, or this one before it was stopped.
            if (folder.Open() is { } written)
            {
                Show(written);
                if (written.Revision == revision)
                {
                    return null;
                }
            }

            await using var scope = scopes.CreateAsyncScope();
            var changes = await folder.FollowAsync(revision, scope.ServiceProvider.GetServices<ISearchSource>(), ct);
            Show(folder.Open() ?? throw new IOException("The index that was written cannot be read."));
            return changes;
        }
        finally
        {
            _following.Release();
        }
    }

    public void Dispose()
    {
        _following.Dispose();
        foreach (var (index, _) in _former)
        {
            index.Dispose();
        }

        _index?.Dispose();
    }

    private void Show(SearchIndex index)
    {
        while (_former.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.Since) > Grace)
        {
            _former.Dequeue().Index.Dispose();
        }

        // Those who hold it may still ask it.
        if (_index is { } former)
        {
            _former.Enqueue((former, clock.GetTimestamp()));
        }

        _index = index;
    }
}
