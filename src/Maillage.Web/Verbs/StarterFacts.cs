using Maillage.Catalogue.Starter;
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
        var folder = context.Options.GetValueOrDefault(Option, Path.Combine(MaillageHost.DataFolder, "starter"));
        if (folder == None)
        {
            return Result.Ok;
        }

        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<LoadStarter>()
            .ExecuteAsync(folder, Path.Combine(MaillageHost.DataFolder, "prepared"), ct);
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
