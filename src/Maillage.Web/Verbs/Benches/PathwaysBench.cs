using System.Diagnostics;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Benches;

/// <summary>Time to find the routes from any start to level 8, on the current catalogue and on one of the size of the country.</summary>
public sealed class PathwaysBench : IBench
{
    private const int Questions = 2_000;
    private const int WarmUp = 300;

    // Each question is asked several times: the fastest says what it costs, all of them what a busy machine makes of it.
    private const int Times = 3;

    private static readonly GeoPoint Nantes = new(47.2184, -1.5536);

    public string Name => "pathways";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var hosted = await PreparedState.HostAsync(context, ct);
        if (hosted.Failed)
        {
            return hosted.Problem;
        }

        await using var app = hosted.Value;
        var loaded = await StarterFacts.LoadAsync(app.Services, context, ct);
        if (loaded.Failed)
        {
            return loaded;
        }

        var current = await app.Services.GetRequiredService<CurrentPathways>().GetAsync(ct);
        var today = app.Services.GetRequiredService<TimeProvider>().Today();
        context.Say("verbs.bench.pathways.current", current.Catalogue.Qualifications.Count, current.Catalogue.Steps.Count, current.Catalogue.Offers.Count);
        Measure(context, current.Graph, current.Catalogue.Qualifications, today);

        var watch = Stopwatch.StartNew();
        var country = GeneratedCountry.Make(new Random(1), today, out var qualifications);
        context.Say("verbs.bench.pathways.generated", qualifications.Count, watch.Elapsed.TotalSeconds);
        Measure(context, country, qualifications, today);
        return Result.Ok;
    }

    private static void Measure(VerbContext context, PathwayGraph graph, IReadOnlyList<QualificationRecord> qualifications, DateOnly today)
    {
        foreach (var near in (GeoPoint?[])[null, Nantes])
        {
            var random = new Random(2);
            var below = qualifications.Where(row => row.Level < Qualification.HighestLevel).ToList();
            var (fastest, all) = (new List<double>(Questions), new List<double>(Questions * Times));
            var (routes, bytes) = (0, 0L);
            for (var number = -WarmUp; number < Questions; number++)
            {
                var question = new PathwayQuestion { Day = today, From = below[random.Next(below.Count)], ToLevel = Qualification.HighestLevel, Near = near };
                var before = GC.GetAllocatedBytesForCurrentThread();
                var times = Enumerable.Range(0, Times).Select(_ => Milliseconds(graph, question)).ToList();
                if (number >= 0)
                {
                    bytes += GC.GetAllocatedBytesForCurrentThread() - before;
                    fastest.Add(times.Min());
                    all.AddRange(times);
                    routes += graph.Find(question).Routes.Count;
                }
            }

            fastest.Sort();
            all.Sort();
            context.Say(
                near is null ? "verbs.bench.pathways.anywhere" : "verbs.bench.pathways.near",
                At(fastest, 0.5), At(fastest, 0.99), At(all, 0.5), At(all, 0.99), routes / (double)Questions, bytes / Questions / Times / 1000.0);
        }
    }

    private static double Milliseconds(PathwayGraph graph, PathwayQuestion question)
    {
        var start = Stopwatch.GetTimestamp();
        graph.Find(question);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}
