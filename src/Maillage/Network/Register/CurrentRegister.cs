using Maillage.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Network.Register;

/// <summary>The register of the current published revision.</summary>
public sealed class CurrentRegister(RevisionReader revisions, IServiceScopeFactory scopes) : KeptReading<NetworkRegister>(revisions, scopes)
{
    protected override Task<NetworkRegister> ReadAsync(IServiceProvider services, long revision, CancellationToken ct) =>
        NetworkRegister.ReadAsync(services.GetRequiredService<Database>(), revision, ct);
}
