using System.Diagnostics;
using Maillage.Search;
using Maillage.Shared;

namespace Maillage.Web.Verbs;

/// <summary>Brings the index of the search to the facts of the database, beside a site that runs or without one.</summary>
public sealed class IndexVerb : IVerb
{
    public string Name => "index";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var hosted = await PreparedState.HostAsync(context, ct);
        if (hosted.Failed)
        {
            return hosted.Problem;
        }

        await using var app = hosted.Value;
        var watch = Stopwatch.StartNew();
        var index = app.Services.GetRequiredService<CurrentSearchIndex>();
        if (await index.FollowAsync(ct) is { } changes)
        {
            context.Say("verbs.index.written", changes.Documents, changes.Written, changes.Removed, watch.Elapsed.TotalSeconds);
        }
        else
        {
            context.Say("verbs.index.current", (await index.GetAsync(ct)).Documents);
        }

        return Result.Ok;
    }
}
