using System.Collections.Frozen;
using Maillage.Shared;

namespace Maillage.Steering.Actions;

/// <summary>How far an action is.</summary>
public enum PlanActionState
{
    Planned,
    UnderWay,
    Done,
    Abandoned,
}

/// <summary>What moves an action from a state to another.</summary>
public enum PlanActionEvent
{
    Begin,
    Finish,
    Abandon,

    /// <summary>It was said to be over, and is not.</summary>
    Reopen,
}

/// <summary>Something that a campus has decided to do, under one of its axes: who leads it, with whom, when, and how far it is.</summary>
public sealed class PlanAction
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 4_000;
    public const int NameMaxLength = 120;
    public const int ReasonMaxLength = 500;
    public const int MostOfACampus = 3_000;
    public const int MostPartners = 50;
    public const int MostIndicators = 20;
    public const int MostEvidence = 50;

    /// <summary>Every move there is; no other happens.</summary>
    private static readonly FrozenDictionary<(PlanActionState, PlanActionEvent), PlanActionState> Moves = new Dictionary<(PlanActionState, PlanActionEvent), PlanActionState>
    {
        [(PlanActionState.Planned, PlanActionEvent.Begin)] = PlanActionState.UnderWay,
        [(PlanActionState.Planned, PlanActionEvent.Finish)] = PlanActionState.Done,
        [(PlanActionState.Planned, PlanActionEvent.Abandon)] = PlanActionState.Abandoned,
        [(PlanActionState.UnderWay, PlanActionEvent.Finish)] = PlanActionState.Done,
        [(PlanActionState.UnderWay, PlanActionEvent.Abandon)] = PlanActionState.Abandoned,
        [(PlanActionState.Done, PlanActionEvent.Reopen)] = PlanActionState.UnderWay,
        [(PlanActionState.Abandoned, PlanActionEvent.Reopen)] = PlanActionState.Planned,
    }.ToFrozenDictionary();

    public Guid PlanActionId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    public required Guid WorkAxisId { get; set; }

    public required LocalizedText Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Person of the team who leads it, and is reminded of it.</summary>
    public Guid? LeadAccountId { get; set; }

    /// <summary>Name of who leads it, for someone who has no account here.</summary>
    public string? LeadName { get; set; }

    public Guid? LeadOrganisationId { get; set; }

    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? EndsOn { get; set; }

    public PlanActionState State { get; private set; }

    public string? AbandonReason { get; private set; }

    /// <summary>Whether its title, state and lead organisation are on the page of the campus.</summary>
    public bool IsPublic { get; set; }

    /// <summary>UTC instant of the last change.</summary>
    public required DateTime UpdatedAt { get; set; }

    public bool IsLateOn(DateOnly day) => State is PlanActionState.Planned or PlanActionState.UnderWay && EndsOn < day;

    /// <summary>What may happen to it now, in the order of the choices.</summary>
    public IEnumerable<PlanActionEvent> Possible => Enum.GetValues<PlanActionEvent>().Where(what => Moves.ContainsKey((State, what)));

    /// <param name="what">What happens.</param>
    /// <param name="reason">Why it is abandoned.</param>
    public Result Apply(PlanActionEvent what, string? reason = null)
    {
        if (!Moves.TryGetValue((State, what), out var to))
        {
            return SteeringProblems.NoSuchMove;
        }

        var words = TypedText.Lines(reason);
        if (what == PlanActionEvent.Abandon && words.Length is 0 or > ReasonMaxLength)
        {
            return SteeringProblems.ReasonMissing;
        }

        (State, AbandonReason) = (to, what == PlanActionEvent.Abandon ? words : null);
        return Result.Ok;
    }
}

/// <summary>An organisation that takes part in an action without leading it.</summary>
public sealed class ActionPartner
{
    public required Guid PlanActionId { get; init; }

    /// <summary>The campus of the action, whose team finds it in the audit.</summary>
    public required Guid CampusId { get; init; }

    public required Guid OrganisationId { get; init; }
}

/// <summary>A number by which one will see that an action has had its effect.</summary>
public sealed class ActionIndicator
{
    public const int NameMaxLength = 160;
    public const int UnitMaxLength = 40;

    /// <summary>Numbers are less than this, either way.</summary>
    public const double Bound = 1e12;

    public Guid ActionIndicatorId { get; init; } = Guid.CreateVersion7();

    public required Guid PlanActionId { get; init; }

    /// <summary>The campus of the action, whose team finds it in the audit.</summary>
    public required Guid CampusId { get; init; }

    public required string Name { get; set; }

    public string? Unit { get; set; }

    public double? Target { get; set; }

    public double? Reached { get; set; }
}

/// <summary>What shows that an action took place: an address, or a file.</summary>
public sealed class ActionEvidence
{
    public const int AddressMaxLength = 500;

    public Guid ActionEvidenceId { get; init; } = Guid.CreateVersion7();

    public required Guid PlanActionId { get; init; }

    /// <summary>The campus of the action, whose team finds it in the audit.</summary>
    public required Guid CampusId { get; init; }

    public required string Title { get; init; }

    public string? Address { get; init; }

    public Guid? AttachedFileId { get; init; }

    /// <summary>UTC instant at which it was added.</summary>
    public required DateTime AddedAt { get; init; }
}
