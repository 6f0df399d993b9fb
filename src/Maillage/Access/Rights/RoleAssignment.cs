namespace Maillage.Access.Rights;

/// <summary>A role that a person holds within a scope, from a day to another.</summary>
public sealed class RoleAssignment : IScoped
{
    public Guid RoleAssignmentId { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public required ScopeKind ScopeKind { get; init; }

    public required string ScopeKey { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day on which it holds; without end when nothing is said.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Account of who gave it; nobody for the first administrator.</summary>
    public Guid? GivenBy { get; init; }

    public Scope Scope => new(ScopeKind, ScopeKey);

    public bool HoldsOn(DateOnly day) => StartsOn <= day && (EndsOn is not { } end || day <= end);

    public RoleAssignment EndingOn(DateOnly? lastDay)
    {
        EndsOn = lastDay;
        return this;
    }

    /// <summary>Says the last day; one already said is only brought nearer.</summary>
    public void End(DateOnly lastDay) => EndsOn = EndsOn is { } said && said < lastDay ? said : lastDay;
}
