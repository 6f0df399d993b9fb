using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering;

/// <summary>How the operations of the module save what two people may change at once.</summary>
internal static class SteeringSaving
{
    /// <summary>The version of a row that was read: what a form sends back.</summary>
    public static int VersionOf(this MaillageDb db, object entity) => (int)db.Entry(entity).Property(TableConventions.Version).CurrentValue!;

    /// <summary>Saves; the second of two people who change the same row is told.</summary>
    public static async Task<Result> SaveOrTellAsync(this MaillageDb db, Act act, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(act, clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SteeringProblems.ChangedMeanwhile;
        }
    }
}
