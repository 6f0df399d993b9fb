using Maillage.Catalogue.Starter;
using Maillage.Data;
using Maillage.Network.Organisations.Imports;
using Maillage.Network.Starter;
using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs;

/// <summary>The facts that travel with the product, loaded when they changed since the last time.</summary>
internal static class StarterFacts
{
    /// <summary>Folder of the curated files, or <see cref="None"/>.</summary>
    public const string Option = "starter";

    private const string None = "none";

    public static async Task<Result> LoadAsync(IServiceProvider services, VerbContext context, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await LoadAsync(scope.ServiceProvider.GetRequiredService<LoadStarter>(), context, ct);
    }

    /// <summary>The same for a verb that does not host the product.</summary>
    public static async Task<Result> LoadAsync(VerbContext context, CancellationToken ct)
    {
        var database = context.Settings.Database;
        await using var db = database.NewContext();
        var starter = new LoadStarter(
            db,
            new LoadedDigests(database),
            new LoadNetworkStarter(db, TimeProvider.System),
            new LoadCatalogueStarter(db, TimeProvider.System),
            new MergeOrganisations(db, TimeProvider.System));
        return await LoadAsync(starter, context, ct);
    }

    private static async Task<Result> LoadAsync(LoadStarter starter, VerbContext context, CancellationToken ct)
    {
        var folder = context.Options.GetValueOrDefault(Option, Path.Combine(MaillageHost.DataFolder, "starter"));
        if (folder == None)
        {
            return Result.Ok;
        }

        var outcome = await starter.ExecuteAsync(folder, Path.Combine(MaillageHost.DataFolder, "prepared"), ct);
        if (outcome.Failed)
        {
            foreach (var problem in outcome.Problems)
            {
                await context.Error.WriteLineAsync(context.Texts.Of(problem));
            }

            return VerbsProblems.StarterRefused(outcome.ProblemCount);
        }

        foreach (var load in outcome.Loads)
        {
            context.Say("verbs.starter.loaded", load.DataSet, load.Inserted, load.Updated, load.Vanished);
        }

        return Result.Ok;
    }
}
