using Maillage.Network.Starter;
using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>The facts that travel with the product, loaded when they changed since the last time.</summary>
internal static class StarterFacts
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");

    public static async Task<Result> LoadAsync(IServiceProvider services, VerbContext context, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<LoadNetworkStarter>()
            .ExecuteAsync(Path.Combine(Data, "starter"), Path.Combine(Data, "prepared"), ct);
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
