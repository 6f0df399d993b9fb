using Maillage.Shared;

namespace Maillage.Steering.Funding;

/// <summary>Money that a funder gives a campus: how much, what it may pay for, from when to when.</summary>
public sealed class Grant
{
    public const int NameMaxLength = 200;
    public const int RulesMaxLength = 10_000;
    public const int MostOfACampus = 200;
    public const int MostDeadlines = 50;
    public const int MostBudgetLines = 500;
    public const int MostPayments = 200;
    public const int MostExpenses = 5_000;

    public Guid GrantId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    public required string Name { get; set; }

    public required string Funder { get; set; }

    /// <summary>The call that it answered.</summary>
    public string? Call { get; set; }

    public required long AmountCents { get; set; }

    /// <summary>What it may pay for, in the words of its agreement.</summary>
    public string? Rules { get; set; }

    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? EndsOn { get; set; }

    public Money Amount => new(AmountCents);
}

/// <summary>A day by which a funder expects something.</summary>
public sealed class GrantDeadline
{
    public Guid GrantDeadlineId { get; init; } = Guid.CreateVersion7();

    public required Guid GrantId { get; init; }

    public required Guid CampusId { get; init; }

    public required string Title { get; init; }

    public required DateOnly DueOn { get; init; }

    public bool IsDone { get; set; }
}

/// <summary>What a grant sets aside for an action, or for the campus as a whole.</summary>
public sealed class BudgetLine
{
    public Guid BudgetLineId { get; init; } = Guid.CreateVersion7();

    public required Guid GrantId { get; init; }

    public required Guid CampusId { get; init; }

    public Guid? PlanActionId { get; init; }

    public required string Title { get; init; }

    public required long AmountCents { get; init; }

    public Money Amount => new(AmountCents);
}

/// <summary>Money spent on a grant.</summary>
public sealed class Expense
{
    public Guid ExpenseId { get; init; } = Guid.CreateVersion7();

    public required Guid GrantId { get; init; }

    public required Guid CampusId { get; init; }

    public Guid? PlanActionId { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required string Label { get; init; }

    public required long AmountCents { get; init; }

    /// <summary>Whether the funder accepts it.</summary>
    public required bool IsEligible { get; init; }

    /// <summary>The document that proves it.</summary>
    public Guid? AttachedFileId { get; init; }

    public Money Amount => new(AmountCents);
}

/// <summary>Money received of a grant.</summary>
public sealed class GrantPayment
{
    public Guid GrantPaymentId { get; init; } = Guid.CreateVersion7();

    public required Guid GrantId { get; init; }

    public required Guid CampusId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? Label { get; init; }

    public required long AmountCents { get; init; }

    public Money Amount => new(AmountCents);
}
