using Maillage.Shared;
using Maillage.Web.Verbs.Benches;

namespace Maillage.Web.Verbs;

/// <summary>Runs a benchmark: prints its figures, asserts nothing.</summary>
public sealed class BenchVerb : IVerb
{
    private static readonly IReadOnlyList<IBench> Benches = [new AccessBench(), new BackupBench(), new ImportBench(), new NationalBench(), new PathwaysBench(), new SearchBench(), new WebBench()];

    public string Name => "bench";

    public IReadOnlyList<string> Arguments => ["NAME"];

    public IReadOnlyList<string> Options => [.. Benches.SelectMany(bench => bench.Options)];

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        if (Benches.FirstOrDefault(bench => bench.Name == context.Arguments[0]) is not { } asked)
        {
            return VerbsProblems.UnknownName(Name, context.Arguments[0], Benches.Select(bench => bench.Name));
        }

        return await asked.RunAsync(context, ct);
    }
}
