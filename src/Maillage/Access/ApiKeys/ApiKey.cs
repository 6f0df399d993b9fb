using Maillage.Access.Rights;

namespace Maillage.Access.ApiKeys;

/// <summary>What another system proves to act through the API: one right, within one scope, until a day.</summary>
public sealed class ApiKey : IScoped
{
    public const int NameMaxLength = 80;

    /// <summary>How a key begins: what searches code for forgotten secrets recognises it.</summary>
    public const string Prefix = "maillage_";

    public Guid ApiKeyId { get; init; } = Guid.CreateVersion7();

    /// <summary>Which system holds it, in the words of who gave it.</summary>
    public required string Name { get; init; }

    /// <summary>Digest of the key; the key itself is shown once.</summary>
    public required string Digest { get; init; }

    public required Permission Permission { get; init; }

    public required ScopeKind ScopeKind { get; init; }

    public required string ScopeKey { get; init; }

    public required Guid GivenBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Last day on which it serves.</summary>
    public required DateOnly EndsOn { get; init; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>UTC instant of a recent use, written at most once an hour.</summary>
    public DateTime? UsedAt { get; private set; }

    public Scope Scope => new(ScopeKind, ScopeKey);

    public bool IsOpenOn(DateOnly day) => RevokedAt is null && day <= EndsOn;

    public void Revoke(DateTime now) => RevokedAt ??= now;
}
