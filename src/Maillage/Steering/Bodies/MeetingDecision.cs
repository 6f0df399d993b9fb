using System.Collections.Frozen;
using Maillage.Shared;

namespace Maillage.Steering.Bodies;

/// <summary>How far a decision is.</summary>
public enum DecisionState
{
    ToDo,
    Done,
    Dropped,
}

/// <summary>What moves a decision from a state to another.</summary>
public enum DecisionEvent
{
    Finish,
    Drop,
    Reopen,
}

/// <summary>Something that a meeting decided: who does it, by when, how far it is.</summary>
public sealed class MeetingDecision
{
    public const int TextMaxLength = 1_000;
    public const int OwnerMaxLength = 120;

    /// <summary>Every move there is; no other happens.</summary>
    private static readonly FrozenDictionary<(DecisionState, DecisionEvent), DecisionState> Moves = new Dictionary<(DecisionState, DecisionEvent), DecisionState>
    {
        [(DecisionState.ToDo, DecisionEvent.Finish)] = DecisionState.Done,
        [(DecisionState.ToDo, DecisionEvent.Drop)] = DecisionState.Dropped,
        [(DecisionState.Done, DecisionEvent.Reopen)] = DecisionState.ToDo,
        [(DecisionState.Dropped, DecisionEvent.Reopen)] = DecisionState.ToDo,
    }.ToFrozenDictionary();

    public Guid MeetingDecisionId { get; init; } = Guid.CreateVersion7();

    public required Guid MeetingId { get; init; }

    public required Guid CampusId { get; init; }

    public required string Text { get; set; }

    /// <summary>Person of the team who does it, and is reminded of it.</summary>
    public Guid? OwnerAccountId { get; set; }

    /// <summary>Name of who does it, for someone who has no account here.</summary>
    public string? OwnerName { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? DueOn { get; set; }

    public DecisionState State { get; private set; }

    /// <summary>Action of the plan by which it is done.</summary>
    public Guid? PlanActionId { get; set; }

    public bool IsLateOn(DateOnly day) => State == DecisionState.ToDo && DueOn < day;

    /// <summary>What may happen to it now, in the order of the choices.</summary>
    public IEnumerable<DecisionEvent> Possible => Enum.GetValues<DecisionEvent>().Where(what => Moves.ContainsKey((State, what)));

    public Result Apply(DecisionEvent what)
    {
        if (!Moves.TryGetValue((State, what), out var to))
        {
            return SteeringProblems.NoSuchDecisionMove;
        }

        State = to;
        return Result.Ok;
    }
}
