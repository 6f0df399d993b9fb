using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Data;

/// <summary>What was read of the database for one revision.</summary>
public interface IAsOfRevision
{
    public long Revision { get; }
}

/// <summary>Gives what is read of the current revision; reads it again only when the revision moved.</summary>
public abstract class KeptReading<T>(RevisionReader revisions, IServiceScopeFactory scopes) : IDisposable where T : class, IAsOfRevision
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile T? _kept;

    public async Task<T> GetAsync(CancellationToken ct)
    {
        var revision = await RevisionAsync(revisions, ct);
        if (_kept is { } known && known.Revision == revision)
        {
            return known;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (_kept is { } read && read.Revision == revision)
            {
                return read;
            }

            await using var scope = scopes.CreateAsyncScope();
            return _kept = await ReadAsync(scope.ServiceProvider, revision, ct);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose()
    {
        _reading.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The revision that moves what is kept: the published one, unless it depends on less.</summary>
    protected virtual Task<long> RevisionAsync(RevisionReader reader, CancellationToken ct) => reader.ReadAsync(ct);

    /// <summary>Reads it; should a save come between, what is read is newer than it says, and the next request reads again.</summary>
    protected abstract Task<T> ReadAsync(IServiceProvider services, long revision, CancellationToken ct);
}
