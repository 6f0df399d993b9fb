using Maillage.Shared;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>A proof by many random rounds: <c>./run soak NAME</c>; the same seed gives the same rounds.</summary>
public interface ISoak
{
    string Name { get; }

    Task<Result> RunAsync(VerbContext context, int seed, int rounds, CancellationToken ct);
}
