using Maillage.Access.Invitations;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Messages;
using Maillage.Web.Pages.Access;

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
        // The server starts while the database is made ready; what is asked meanwhile waits.
        var preparing = Task.Run(() => PrepareAsync(app.Services, context, ct), ct);
        app.UseMaillage(preparing);
        await app.StartAsync(ct);
        var prepared = await preparing;
        if (prepared.Failed)
        {
            return prepared;
        }

        var following = app.Services.GetRequiredService<SearchFollowing>().RunAsync(app.Lifetime.ApplicationStopping);
        var sending = app.Services.GetRequiredService<MailDelivery>().RunAsync(app.Lifetime.ApplicationStopping);
        var nightly = app.Services.GetRequiredService<Nightly>().RunAsync(app.Lifetime.ApplicationStopping);
        foreach (var address in app.Urls)
        {
            context.Say("verbs.serve.listening", address);
        }

        await ShowFirstAdministratorAsync(app, context, ct);
        await app.WaitForShutdownAsync(ct);
        await Task.WhenAll(following, sending, nightly);
        return Result.Ok;
    }

    /// <summary>Where nobody runs the platform yet, the terminal alone shows the link that creates its first administrator.</summary>
    private static async Task ShowFirstAdministratorAsync(WebApplication app, VerbContext context, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<InviteFirstAdministrator>().ExecuteAsync(ct) is { } secret)
        {
            context.Say("verbs.serve.first_administrator", app.Urls.First() + InvitationModel.Address + QueryString.Create(InvitationModel.TokenName, secret));
        }
    }

    private static async Task<Result> PrepareAsync(IServiceProvider services, VerbContext context, CancellationToken ct)
    {
        var prepared = await PreparedState.OpenAsync(context, ct);
        if (prepared.Failed)
        {
            return prepared;
        }

        // Read beside the check of the starter files: when they changed, the first request reads the register again.
        var reading = Task.Run(() => services.GetRequiredService<CurrentRegister>().GetAsync(ct), ct);
        var loaded = await StarterFacts.LoadAsync(services, context, ct);
        await reading;
        return loaded;
    }
}
