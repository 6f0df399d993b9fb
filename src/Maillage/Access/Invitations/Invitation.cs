using Maillage.Access.Rights;

namespace Maillage.Access.Invitations;

/// <summary>
/// A role offered to the holder of an e-mail address: the link of the message serves once, expires, can be withdrawn. The
/// first administrator's has no address: it is printed where the product was started.
/// </summary>
public sealed class Invitation : IScoped
{
    public static readonly TimeSpan LifeTime = TimeSpan.FromDays(14);

    public Guid InvitationId { get; init; } = Guid.CreateVersion7();

    /// <summary>Digest of the secret of the link; the secret itself is never kept.</summary>
    public required string TokenDigest { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public required Role Role { get; init; }

    public required ScopeKind ScopeKind { get; init; }

    public required string ScopeKey { get; init; }

    /// <summary>First day of the role, when it is not that of the answer.</summary>
    public DateOnly? RoleStartsOn { get; init; }

    /// <summary>Last day of the role, when it has one.</summary>
    public DateOnly? RoleEndsOn { get; init; }

    /// <summary>The agreement on which it rests, for a learner under fifteen.</summary>
    public Guid? GuardianAgreementId { get; init; }

    public Guid? InvitedBy { get; init; }

    public required DateTime SentAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public Scope Scope => new(ScopeKind, ScopeKey);

    public bool IsOpenAt(DateTime now) => AcceptedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public void Accept(DateTime now) => AcceptedAt = now;

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
