using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs;

/// <summary>Prepares the database, loads the starter facts when they changed, and answers until it is stopped.</summary>
public sealed class ServeVerb : IVerb
{
    public const string TheName = "serve";

    public string Name => TheName;

    public IReadOnlyList<string> Options => [StarterFacts.Option];

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.AddMaillage(context.Settings);
        await using var app = builder.Build();
        app.UseMaillage();

        var prepared = await PreparedState.OpenAsync(context, ct);
        if (prepared.Failed)
        {
            return prepared;
        }

        var loaded = await StarterFacts.LoadAsync(app.Services, context, ct);
        if (loaded.Failed)
        {
            return loaded;
        }

        await app.StartAsync(ct);
        foreach (var address in app.Urls)
        {
            context.Say("verbs.serve.listening", address);
        }

        await app.WaitForShutdownAsync(ct);
        return Result.Ok;
    }
}
