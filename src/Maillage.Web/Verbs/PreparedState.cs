using Maillage.Data;
using Maillage.Data.Backup;
using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs;

/// <summary>The state folder and its database, made ready for use: an interrupted restoration settled, migrations applied.</summary>
internal static class PreparedState
{
    public static async Task<Result> OpenAsync(VerbContext context, CancellationToken ct)
    {
        var (state, database) = (context.Settings.State, context.Settings.Database);
        PrivateStorage.CreateFolder(state);
        await new InterruptedRestore(database).SettleAsync(state, ct);
        var applied = await new ApplyMigrations(database).ExecuteAsync(ct);
        if (applied.Failed)
        {
            return applied.Problem;
        }

        if (applied.Value.Count > 0)
        {
            context.SayCount("verbs.migrate.applied", applied.Value.Count, string.Join(", ", applied.Value));
        }

        return Result.Ok;
    }

    /// <summary>The product over that state, for a verb that asks its services and serves nobody.</summary>
    public static async Task<Result<WebApplication>> HostAsync(VerbContext context, CancellationToken ct)
    {
        var prepared = await OpenAsync(context, ct);
        if (prepared.Failed)
        {
            return prepared.Problem;
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        return builder.AddMaillage(context.Settings).Build();
    }
}
