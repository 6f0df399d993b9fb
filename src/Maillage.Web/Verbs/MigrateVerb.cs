using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs;

/// <summary>Creates the database or brings its tables to the present model.</summary>
public sealed class MigrateVerb : IVerb
{
    public string Name => "migrate";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var prepared = await PreparedState.OpenAsync(context, ct);
        if (!prepared.Failed)
        {
            await using var db = context.Settings.Database.NewContext();
            context.Say("verbs.migrate.current", (await db.Database.GetAppliedMigrationsAsync(ct)).Last());
        }

        return prepared;
    }
}
