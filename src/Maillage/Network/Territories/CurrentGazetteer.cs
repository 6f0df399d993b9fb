using Maillage.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Network.Territories;

/// <summary>The communes of the current published revision.</summary>
public sealed class CurrentGazetteer(RevisionReader revisions, IServiceScopeFactory scopes) : KeptReading<Gazetteer>(revisions, scopes)
{
    protected override Task<Gazetteer> ReadAsync(IServiceProvider services, long revision, CancellationToken ct) =>
        Gazetteer.ReadAsync(services.GetRequiredService<Database>(), revision, ct);
}
