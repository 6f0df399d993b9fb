using Maillage.Shared;

namespace Maillage.Web.Verbs.Benches;

/// <summary>A measure of something that must stay fast: <c>./run bench NAME</c>.</summary>
public interface IBench
{
    string Name { get; }

    Task<Result> RunAsync(VerbContext context, CancellationToken ct);
}
