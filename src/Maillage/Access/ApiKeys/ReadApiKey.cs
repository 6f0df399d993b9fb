using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.ApiKeys;

/// <summary>Recognises another system by its key. It may do what its key says, as long as who gave it may.</summary>
public sealed class ReadApiKey(MaillageDb db, IScopeDirectory scopes, TimeProvider clock)
{
    private static readonly TimeSpan UsedStep = TimeSpan.FromHours(1);

    /// <returns>Nothing when no such key serves today.</returns>
    public async Task<Actor?> ExecuteAsync(string? key, string? address, CancellationToken ct)
    {
        if (key?.StartsWith(ApiKey.Prefix, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var digest = Secret.DigestOf(key);
        var (today, now) = (clock.Today(), clock.UtcNow());
        var found = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Digest == digest, ct);
        if (found?.IsOpenOn(today) != true || !await GiverStillMayAsync(found, today, ct))
        {
            return null;
        }

        if (found.UsedAt is not { } used || now - used >= UsedStep)
        {
            await db.ApiKeys.Where(row => row.ApiKeyId == found.ApiKeyId).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), ct);
        }

        return Actor.Bearer(AuthorKind.ApiKey, found.ApiKeyId, [new Right(found.Permission, found.Scope)], address);
    }

    private async Task<bool> GiverStillMayAsync(ApiKey key, DateOnly today, CancellationToken ct)
    {
        var open = db.Accounts.Where(account => account.ClosedAt == null);
        var roles = await db.RoleAssignments.AsNoTracking().Where(row => row.AccountId == key.GivenBy && open.Any(account => account.Id == row.AccountId)).ToListAsync(ct);
        var giver = Actor.Person(key.GivenBy, [.. roles.Where(row => row.HoldsOn(today)).Select(row => new HeldRole(row.Role, row.Scope))]);
        return await scopes.PerimeterOfAsync(key.Scope, ct) is { } perimeter && giver.Can(key.Permission, perimeter);
    }
}
