using Maillage.Shared;

namespace Maillage.Web.Verbs.Benches;

/// <summary>A measure of something that must stay fast: <c>./run bench NAME</c>.</summary>
public interface IBench
{
    string Name { get; }

    /// <summary>Options of its own.</summary>
    IReadOnlyList<string> Options => [];

    Task<Result> RunAsync(VerbContext context, CancellationToken ct);
}
