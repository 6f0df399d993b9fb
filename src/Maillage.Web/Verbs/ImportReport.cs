using Maillage.Network.Organisations.Imports;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs;

/// <summary>What each data set holds since its last import, and how well data sets join.</summary>
internal static class ImportReport
{
    public static async Task SayAsync(VerbContext context, CancellationToken ct)
    {
        await using var db = context.Settings.Database.NewContext();
        var runs = await new LatestImports(db).CurrentAsync(ct);
        if (runs.Count == 0)
        {
            context.Say("verbs.import.report.none");
            return;
        }

        context.Say("verbs.import.report.runs");
        foreach (var run in runs)
        {
            context.Say(
                "verbs.import.report.run", run.DataSet, run.Vintage, run.Inserted + run.Updated + run.Unchanged, run.Rejected, run.FileName, run.StartedAt);
        }

        context.Say("verbs.import.report.proposals", await db.ImportProposals.CountAsync(row => row.State == ProposalState.Waiting, ct));
        context.Say("verbs.import.report.joins");
        foreach (var join in ImportedDataSets.JoinRates)
        {
            var keys = await join.CountAsync(db, ct);
            if (keys.Percent is not { } percent)
            {
                continue;
            }

            if (join.Reference is { } reference)
            {
                context.Say("verbs.import.report.join_compared", context.Texts[join.Label], keys.Found, keys.Total, percent, reference);
                if (join.Reason is { } reason && Math.Round(percent, 1) < reference)
                {
                    context.Say("verbs.import.report.reason", context.Texts[reason]);
                }
            }
            else
            {
                context.Say("verbs.import.report.join", context.Texts[join.Label], keys.Found, keys.Total, percent);
            }
        }
    }
}
