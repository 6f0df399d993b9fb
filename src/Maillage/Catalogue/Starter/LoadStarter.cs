using Maillage.Data;
using Maillage.Network.Organisations.Imports;
using Maillage.Network.Starter;
using Maillage.OpenData;

namespace Maillage.Catalogue.Starter;

/// <summary>Loads every starter fact, of the network and of the catalogue that stands on it, in one transaction.</summary>
public sealed class LoadStarter(MaillageDb db, LoadedDigests digests, LoadNetworkStarter network, LoadCatalogueStarter catalogue, MergeOrganisations merge)
{
    /// <summary>Every file that is loaded, with its columns.</summary>
    public static IReadOnlyList<FileDeclaration> Files => [.. LoadNetworkStarter.Files, .. LoadCatalogueStarter.Files];

    /// <param name="starterFolder">The curated files (<c>data/starter</c>).</param>
    /// <param name="territoriesFolder">The files prepared at build (<c>data/prepared</c>).</param>
    /// <param name="ct">Stops the load; nothing is kept of it.</param>
    public async Task<LoadOutcome> ExecuteAsync(string starterFolder, string territoriesFolder, CancellationToken ct)
    {
        IEnumerable<CuratedFile> files = [.. LoadNetworkStarter.In(starterFolder, territoriesFolder), .. LoadCatalogueStarter.In(starterFolder)];
        if (await CuratedLoad.AreLoadedAsync(files, await digests.ReadAsync(ct), ct))
        {
            return LoadOutcome.Nothing;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ofNetwork = await network.ExecuteAsync(starterFolder, territoriesFolder, ct);
        if (ofNetwork.Failed)
        {
            return ofNetwork;
        }

        var ofCatalogue = await catalogue.ExecuteAsync(starterFolder, ct);
        if (ofCatalogue.Failed)
        {
            return ofCatalogue;
        }

        var loads = LoadOutcome.Of([.. ofNetwork.Loads, .. ofCatalogue.Loads]);
        if (loads.Loads.Count > 0)
        {
            await merge.ExecuteAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return loads;
    }
}
