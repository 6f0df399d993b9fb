using Maillage.Data;
using Maillage.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Catalogue.Register;

/// <summary>What producers tell, as of the current revision of imports.</summary>
internal sealed class CurrentImports(RevisionReader revisions, IServiceScopeFactory scopes) : KeptReading<ImportedFacts>(revisions, scopes)
{
    protected override Task<long> RevisionAsync(RevisionReader reader, CancellationToken ct) => reader.ReadImportsAsync(ct);

    protected override async Task<ImportedFacts> ReadAsync(IServiceProvider services, long revision, CancellationToken ct)
    {
        await using var tables = await TableReader.OpenAsync(services.GetRequiredService<Database>(), ct);
        return await new ImportedReading(tables, services.GetRequiredService<TimeProvider>().Today()).ReadAsync(revision, ct);
    }
}
