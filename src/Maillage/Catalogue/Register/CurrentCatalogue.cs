using Maillage.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Catalogue.Register;

/// <summary>
/// The catalogue of the current published revision. What producers tell is read again only when an import moved it: an edit
/// joins the few rows that people write to what is known already.
/// </summary>
public sealed class CurrentCatalogue(RevisionReader revisions, IServiceScopeFactory scopes) : KeptReading<NationalCatalogue>(revisions, scopes)
{
    protected override Task<NationalCatalogue> ReadAsync(IServiceProvider services, long revision, CancellationToken ct) =>
        services.GetRequiredService<CatalogueAssembly>().ReadAsync(revision, ct);
}
