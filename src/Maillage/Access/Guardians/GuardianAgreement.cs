using Maillage.Access.Rights;

namespace Maillage.Access.Guardians;

/// <summary>
/// What a guardian is asked before someone under fifteen has an account: their agreement, which they may take back until that
/// birthday (Act of 6 January 1978, article 45). A birth date is never kept: only the day from which none is needed.
/// </summary>
public sealed class GuardianAgreement : IScoped
{
    /// <summary>Age in years from which someone agrees alone.</summary>
    public const int Age = 15;

    public static readonly TimeSpan LifeTime = TimeSpan.FromDays(14);

    public Guid GuardianAgreementId { get; init; } = Guid.CreateVersion7();

    public required string LearnerEmail { get; init; }

    public required string LearnerName { get; init; }

    /// <summary>Account of the learner, once there is one.</summary>
    public Guid? LearnerId { get; private set; }

    public required string GuardianEmail { get; init; }

    /// <summary>First day on which the learner agrees alone.</summary>
    public required DateOnly EndsBefore { get; init; }

    /// <summary>Organisation that teaches the learner.</summary>
    public required ScopeKind ScopeKind { get; init; }

    public required string ScopeKey { get; init; }

    public required DateOnly? RoleStartsOn { get; init; }

    public required DateOnly? RoleEndsOn { get; init; }

    /// <summary>Language of messages, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Account of who asks.</summary>
    public required Guid AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    public DateTime? AgreedAt { get; private set; }

    public Scope Scope => new(ScopeKind, ScopeKey);

    /// <summary>Whether an answer is still awaited.</summary>
    public bool WaitsAt(DateTime now) => AgreedAt is null && now < AskedAt + LifeTime;

    public void Agree(DateTime now) => AgreedAt = now;

    public void OpenedBy(Guid learnerId) => LearnerId = learnerId;

    /// <summary>The day on which someone born that day needs nobody's agreement any more.</summary>
    public static DateOnly EndOf(DateOnly birthDate) => birthDate.AddYears(Age);
}
