using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.ApiKeys;

/// <summary>Gives another system a key to the API, for one right that its giver has too; takes it back.</summary>
public sealed class GiveApiKey(MaillageDb db, IScopeDirectory scopes, TimeProvider clock)
{
    /// <summary>Longest life of a key: a forgotten one ends by itself.</summary>
    public const int MostDays = 366;

    /// <summary>Rights for which the API has an operation.</summary>
    public static readonly IReadOnlyList<Permission> Offered = [Permission.EditOrganisation];

    private const int Most = 100;

    /// <returns>The key, shown this once.</returns>
    public async Task<Result<string>> ExecuteAsync(Actor actor, string? name, Permission? permission, Scope? scope, DateOnly? endsOn, CancellationToken ct)
    {
        var clean = Account.CleanName(name);
        if (clean.Length is 0 or > ApiKey.NameMaxLength)
        {
            return AccessProblems.KeyNameMissing;
        }

        if (permission is not { } asked || !Offered.Contains(asked))
        {
            return AccessProblems.RightNotYours;
        }

        if (scope is not { } within || await scopes.PerimeterOfAsync(within, ct) is not { } perimeter
            || !actor.Can(Permission.GiveApiKeys, perimeter) || !actor.Can(asked, perimeter))
        {
            return AccessProblems.ScopeWrong;
        }

        var today = clock.Today();
        if (endsOn is not { } last || last < today || last > today.AddDays(MostDays))
        {
            return AccessProblems.KeyTooLong;
        }

        var key = ApiKey.Prefix + Secret.New();
        db.Add(new ApiKey
        {
            Name = clean,
            Digest = Secret.DigestOf(key),
            Permission = asked,
            ScopeKind = within.Kind,
            ScopeKey = within.Key,
            GivenBy = actor.AccountId ?? throw new InvalidOperationException("Only a person gives a key."),
            CreatedAt = clock.UtcNow(),
            EndsOn = last,
        });
        await db.SaveChangesAsync(actor.Doing(AccessActs.ApiKeyGiven), clock, ct);
        return key;
    }

    /// <summary>The keys that serve, within the scopes where the actor may give some; the latest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ReadAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Today();
        return await db.ApiKeys.AsNoTracking().Within(await scopes.WithinAsync(actor.ScopesFor(Permission.GiveApiKeys), ct))
            .Where(row => row.RevokedAt == null && row.EndsOn >= today).OrderByDescending(row => row.CreatedAt).Take(Most).ToListAsync(ct);
    }

    /// <exception cref="NotFound">No such key, or not one that the actor could have given.</exception>
    public async Task RevokeAsync(Actor actor, Guid keyId, CancellationToken ct)
    {
        var key = await db.ApiKeys.SingleOrDefaultAsync(row => row.ApiKeyId == keyId, ct);
        if (key is null || await scopes.PerimeterOfAsync(key.Scope, ct) is not { } perimeter || !actor.Can(Permission.GiveApiKeys, perimeter))
        {
            throw new NotFound("The key");
        }

        key.Revoke(clock.UtcNow());
        await db.SaveChangesAsync(actor.Doing(AccessActs.ApiKeyRevoked), clock, ct);
    }
}
