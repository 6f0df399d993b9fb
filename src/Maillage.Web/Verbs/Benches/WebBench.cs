using Maillage.Shared;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Maillage.Web.Verbs.Benches;

/// <summary>
/// Public pages and the API under load on loopback, beside plain text and a fixed Razor page in the same run: what counts
/// is the ratio.
/// </summary>
public sealed class WebBench : IBench
{
    private const int Connections = 16;
    private const string TextPath = "/bench/text";
    private const string StaticPath = "/bench/static";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyList<(string Path, bool VaryHost)> Asked =
    [
        (TextPath, false), (StaticPath, false),
        ("/", false), ("/campus", false), ("/campus?date=2018-12-31", false), ("/campus/nautisme-pays-de-la-loire", false),
        ("/organisations", false), ("/api/v1/campuses?pageSize=100", false), ("/api/v1/campuses?asOf=2018-12-31&region=52", false),
        ("/", true), ("/campus?date=2018-12-31", true), ("/campus/nautisme-pays-de-la-loire", true), ("/organisations", true),
        ("/api/v1/campuses?asOf=2018-12-31&region=52", true),
    ];

    public string Name => "web";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var prepared = await PreparedState.OpenAsync(context, ct);
        if (prepared.Failed)
        {
            return prepared;
        }

        await using var app = Build(context.Settings);
        var loaded = await StarterFacts.LoadAsync(app.Services, context, ct);
        if (loaded.Failed)
        {
            return loaded;
        }

        await app.StartAsync(ct);
        var generator = new LoadGenerator(new Uri(app.Urls.First()), Connections);
        context.Say("verbs.bench.web.header", context.Settings.Database.Engine.ToCode(), Connections, Duration.TotalSeconds, Environment.ProcessorCount);
        double? reference = null;
        foreach (var (path, varyHost) in Asked)
        {
            // The references are asked plain: compressing them anew each time would make everything else look fast.
            var compressed = path is not (TextPath or StaticPath);
            // What is asked first would else pay alone for a runtime that is still compiling.
            await generator.RunAsync(path, varyHost, compressed, WarmUp, ct);
            var figures = await generator.RunAsync(path, varyHost, compressed, Duration, ct);
            reference = path == StaticPath ? figures.RequestsPerSecond : reference;
            context.Say(
                varyHost ? "verbs.bench.web.computed" : "verbs.bench.web.row",
                path, figures.RequestsPerSecond, figures.RequestsPerSecond / (reference ?? figures.RequestsPerSecond),
                figures.MedianMilliseconds, figures.P99Milliseconds, figures.BodyBytes / 1000.0);
        }

        await app.StopAsync(ct);
        return Result.Ok;
    }

    private static WebApplication Build(HostSettings settings)
    {
        var builder = BenchHost.NewBuilder(settings);
        builder.Services.AddRazorPages(options => options.Conventions.AddFolderRouteModelConvention(
            MaillageHost.BenchFolder,
            page => page.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = StaticPath } })));
        var app = builder.Build();
        app.UseMaillage();
        app.MapGet(TextPath, () => "Maillage").AllowAnonymous();
        return app;
    }
}
