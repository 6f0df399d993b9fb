using System.Diagnostics;
using Maillage.Search;
using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs;

/// <summary>Brings the index of the search to the facts of the database, beside a site that runs or without one.</summary>
public sealed class IndexVerb : IVerb
{
    public string Name => "index";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var prepared = await PreparedState.OpenAsync(context, ct);
        if (prepared.Failed)
        {
            return prepared;
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        await using var app = builder.AddMaillage(context.Settings).Build();
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
