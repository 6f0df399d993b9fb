using Maillage.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Search;

/// <summary>Gives the index of the current published revision; writes it again only when the revision moved.</summary>
public sealed class CurrentSearchIndex(RevisionReader revisions, IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _building = new(1, 1);
    private volatile SearchIndex? _index;

    public async Task<SearchIndex> GetAsync(CancellationToken ct)
    {
        var revision = await revisions.ReadAsync(ct);
        if (_index is { } known && known.Revision == revision)
        {
            return known;
        }

        await _building.WaitAsync(ct);
        try
        {
            if (_index is { } built && built.Revision == revision)
            {
                return built;
            }

            await using var scope = scopes.CreateAsyncScope();
            // The former one is left to the collector: others may still be asking it.
            return _index = await SearchIndex.BuildAsync(revision, scope.ServiceProvider.GetServices<ISearchSource>(), ct);
        }
        finally
        {
            _building.Release();
        }
    }

    public void Dispose()
    {
        _building.Dispose();
        _index?.Dispose();
    }
}
