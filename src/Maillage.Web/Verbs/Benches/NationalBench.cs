using System.Diagnostics;
using Maillage.Data;
using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs.Benches;

/// <summary>
/// The lists of the size of the country, each answer made anew, and the export of all of them with the memory that it took.
/// On SQLite in a folder of its own; on PostgreSQL in the database given, which must be new.
/// </summary>
public sealed class NationalBench : IBench
{
    private const int Connections = 16;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    private static readonly IReadOnlyList<string> Asked =
    [
        "/api/v1/training-offers", "/api/v1/training-offers?page=2000", "/api/v1/training-offers?level=5&mode=apprentissage&q=cuisine",
        "/api/v1/training-offers?near=47.2184,-1.5536&radiusKm=50", "/api/v1/qualifications?q=soudage", "/api/v1/qualifications?region=52&mode=scolaire",
        "/api/v1/statistics/enrolment?region=52", "/formations", "/formations?region=52&q=soudage", "/formations/bench-1", "/metiers",
    ];

    public string Name => "national";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        using var generated = new GeneratedState();
        var database = context.Settings.Database.Engine is DatabaseEngine.Sqlite ? generated.Database : context.Settings.Database;
        var settings = context.Settings with { State = generated.State, Database = database };
        Directory.CreateDirectory(settings.State);
        var applied = await new ApplyMigrations(database).ExecuteAsync(ct);
        if (applied.Failed)
        {
            return applied.Problem;
        }

        await using var app = BenchHost.NewBuilder(settings).Build();
        app.UseMaillage();
        var loaded = await StarterFacts.LoadAsync(app.Services, context, ct);
        if (loaded.Failed)
        {
            return loaded;
        }

        await GeneratedNation.FillAsync(database, new Random(1), ct);
        await app.StartAsync(ct);
        var server = new Uri(app.Urls.First());
        await AskAsync(new LoadGenerator(server, Connections), database, context, ct);
        await ExportAsync(server, context, ct);
        await app.StopAsync(ct);
        return Result.Ok;
    }

    private static async Task AskAsync(LoadGenerator generator, Database database, VerbContext context, CancellationToken ct)
    {
        context.Say("verbs.bench.national.header", database.Engine.ToCode(), Connections, Duration.TotalSeconds, Environment.ProcessorCount);
        foreach (var path in Asked)
        {
            var figures = await generator.RunAsync(path, varyHost: true, compressed: true, Duration, ct);
            context.Say(
                "verbs.bench.national.row", path, figures.RequestsPerSecond, figures.MedianMilliseconds, figures.P99Milliseconds, figures.BodyBytes / 1000.0);
        }
    }

    private static async Task ExportAsync(Uri server, VerbContext context, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = server };
        var buffer = new byte[64 * 1024];
        for (var time = 0; time < 3; time++)
        {
            GC.Collect();
            var (before, most, bytes, watch) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0L, Stopwatch.StartNew());
            // A host of its own, so that nothing is found in memory.
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/training-offers.csv") { Headers = { Host = $"bench-{time}" } };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct);
            while (await body.ReadAsync(buffer, ct) is > 0 and var read)
            {
                bytes += read;
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            }

            context.Say("verbs.bench.national.export", bytes / 1e6, watch.Elapsed.TotalSeconds, (most - before) / 1e6, Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
        }
    }
}
