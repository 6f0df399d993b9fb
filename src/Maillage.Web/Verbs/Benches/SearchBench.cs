using System.Diagnostics;
using Maillage.Search;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Benches;

/// <summary>The search over half a million rows: to write the index, to follow one change, and to answer each kind of question.</summary>
public sealed class SearchBench : IBench
{
    private const int Questions = 500;
    private const int WarmUp = 100;

    // Each question is asked several times: the fastest says what it costs, all of them what a busy machine makes of it.
    private const int Times = 3;
    private const int PageSize = 20;
    private const double Megabyte = 1e6;

    private static readonly string[] Broad = ["lycée", "bac pro", "bts", "cap", "formation continue", "technicien", "commerce", "métiers", "bâtiment", "maintenance"];

    public string Name => "search";

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

        var place = Directory.CreateTempSubdirectory("maillage-search-");
        try
        {
            await MeasureAsync(context, await GeneratedDocuments.ReadAsync(app.Services, ct), place.FullName, ct);
            return Result.Ok;
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(VerbContext context, GeneratedDocuments documents, string path, CancellationToken ct)
    {
        using var folder = new SearchFolder(path);
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        var written = await folder.FollowAsync(1, [documents], ct);
        var (building, worked) = (watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
        watch.Restart();
        using var index = folder.Open()!;
        context.Say(
            "verbs.bench.search.built", GeneratedDocuments.Rows, written.Documents, building.TotalSeconds, worked.TotalSeconds, watch.Elapsed.TotalSeconds, folder.Size / Megabyte);

        foreach (var (kind, question) in Kinds(documents))
        {
            Ask(context, index, kind, question);
        }

        documents.Added = " bis";
        watch.Restart();
        var changes = await folder.FollowAsync(2, [documents], ct);
        using var changed = folder.Open()!;
        context.Say("verbs.bench.search.followed", watch.Elapsed.TotalSeconds, changes.Written, changes.Documents);
        using var process = Process.GetCurrentProcess();
        context.Say("verbs.bench.search.memory", process.PeakWorkingSet64 / Megabyte, GC.GetTotalMemory(forceFullCollection: true) / Megabyte);
    }

    private static IReadOnlyList<(string Kind, Func<Random, SearchQuery> Question)> Kinds(GeneratedDocuments documents) =>
    [
        ("selective", random => new SearchQuery { Text = $"{documents.Qualification(random)} {documents.Commune(random)}" }),
        ("broad", random => new SearchQuery { Text = Broad[random.Next(Broad.Length)] }),
        ("misspelt", random => new SearchQuery { Text = Misspelt(random, documents.Occupation(random)) }),
        ("faceted", random => new SearchQuery
        {
            Text = Broad[random.Next(Broad.Length)], Facets = [("level", $"{3 + random.Next(6)}"), ("mode", "apprentissage"), ("region", $"{random.Next(10)}")],
        }),
        ("near", random => new SearchQuery
        {
            Text = documents.Qualification(random).Split(' ')[^1], Near = new GeoPoint(43 + (random.NextDouble() * 7), -3 + (random.NextDouble() * 9)), RadiusKm = 30,
        }),
        ("everything", _ => new SearchQuery()),
        ("typed", random => new SearchQuery { Text = documents.Qualification(random)[..^2], IsBeingTyped = true }),
    ];

    private static void Ask(VerbContext context, SearchIndex index, string kind, Func<Random, SearchQuery> question)
    {
        var random = new Random(2);
        var (fastest, all, hits) = (new List<double>(Questions), new List<double>(Questions * Times), 0L);
        for (var number = -WarmUp; number < Questions; number++)
        {
            var query = question(random);
            var times = Enumerable.Range(0, Times).Select(_ => Milliseconds(index, query)).ToList();
            if (number >= 0)
            {
                fastest.Add(times.Min());
                all.AddRange(times);
                hits += index.Find(query, 1, 1).Total;
            }
        }

        fastest.Sort();
        all.Sort();
        context.Say(
            "verbs.bench.search.row", context.Texts[$"verbs.bench.search.{kind}"],
            At(fastest, 0.5), At(fastest, 0.99), At(all, 0.5), At(all, 0.99), hits / (double)Questions);
    }

    private static double Milliseconds(SearchIndex index, SearchQuery query)
    {
        var start = Stopwatch.GetTimestamp();
        index.Find(query, 1, PageSize);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // One letter of a long word forgotten.
    private static string Misspelt(Random random, string text)
    {
        var word = text.Split(' ', '\'').OrderByDescending(one => one.Length).First();
        return word.Length < 4 ? word : word.Remove(1 + random.Next(word.Length - 2), 1);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}
