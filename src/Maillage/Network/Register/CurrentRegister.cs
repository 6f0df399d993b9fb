using Maillage.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Network.Register;

/// <summary>Gives the register of the current published revision; reads it again only when the revision moved.</summary>
public sealed class CurrentRegister(RevisionReader revisions, IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile NetworkRegister? _register;

    public async Task<NetworkRegister> GetAsync(CancellationToken ct)
    {
        var revision = await revisions.ReadAsync(ct);
        if (_register is { } known && known.Revision == revision)
        {
            return known;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (_register is { } read && read.Revision == revision)
            {
                return read;
            }

            await using var scope = scopes.CreateAsyncScope();
            return _register = await NetworkRegister.ReadAsync(scope.ServiceProvider.GetRequiredService<MaillageDb>(), ct);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();
}
