using Maillage.Steering;
using Maillage.Steering.Actions;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Steering;

public sealed class PlanActionLifecycleTests
{
    /// <summary>Every move there is, written again so that a change of the table is seen.</summary>
    private static readonly Dictionary<(PlanActionState From, PlanActionEvent What), PlanActionState> Expected = new()
    {
        [(PlanActionState.Planned, PlanActionEvent.Begin)] = PlanActionState.UnderWay,
        [(PlanActionState.Planned, PlanActionEvent.Finish)] = PlanActionState.Done,
        [(PlanActionState.Planned, PlanActionEvent.Abandon)] = PlanActionState.Abandoned,
        [(PlanActionState.UnderWay, PlanActionEvent.Finish)] = PlanActionState.Done,
        [(PlanActionState.UnderWay, PlanActionEvent.Abandon)] = PlanActionState.Abandoned,
        [(PlanActionState.Done, PlanActionEvent.Reopen)] = PlanActionState.UnderWay,
        [(PlanActionState.Abandoned, PlanActionEvent.Reopen)] = PlanActionState.Planned,
    };

    public static TheoryData<PlanActionState, PlanActionEvent> Pairs
    {
        get
        {
            var pairs = new TheoryData<PlanActionState, PlanActionEvent>();
            foreach (var state in Enum.GetValues<PlanActionState>())
            {
                foreach (var what in Enum.GetValues<PlanActionEvent>())
                {
                    pairs.Add(state, what);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Action_InAnyStateMetWithAnyEvent_MovesOrIsRefused(PlanActionState from, PlanActionEvent what)
    {
        var action = In(from);

        var result = action.Apply(what, "Le financeur se retire.");

        var happens = Expected.TryGetValue((from, what), out var to);
        Assert.Equal(!happens, result.Failed);
        Assert.Equal(happens ? to : from, action.State);
        Assert.Equal(happens, In(from).Possible.Contains(what));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData(501)]
    public void Action_AbandonedWithoutAReason_StaysAsItIs(object? reason)
    {
        var action = In(PlanActionState.UnderWay);

        var result = action.Apply(PlanActionEvent.Abandon, reason is int length ? new string('a', length) : (string?)reason);

        Assert.Equal(SteeringProblems.ReasonMissing, result.Problem);
        Assert.Equal(PlanActionState.UnderWay, action.State);
    }

    [Fact]
    public void Action_TakenUpAgain_ForgetsWhyItWasAbandoned()
    {
        var action = In(PlanActionState.Planned);
        action.Apply(PlanActionEvent.Abandon, "Faute de moyens.");

        action.Apply(PlanActionEvent.Reopen);

        Assert.Null(action.AbandonReason);
    }

    [Theory]
    [InlineData(PlanActionState.Planned, -1, true)]
    [InlineData(PlanActionState.UnderWay, -1, true)]
    [InlineData(PlanActionState.UnderWay, 0, false)]
    [InlineData(PlanActionState.Done, -1, false)]
    [InlineData(PlanActionState.Abandoned, -1, false)]
    public void Action_WhoseLastDayIsPast_IsLateUnlessItIsOver(PlanActionState state, int days, bool isLate) =>
        Assert.Equal(isLate, In(state, TestData.Today.AddDays(days)).IsLateOn(TestData.Today));

    private static PlanAction In(PlanActionState state, DateOnly? endsOn = null)
    {
        var campus = new TestData().Campus();
        var action = TestData.PlanAction(TestData.WorkAxis(campus, "Attractivité"), "Forum", endsOn);
        PlanActionEvent[] way = state switch
        {
            PlanActionState.UnderWay => [PlanActionEvent.Begin],
            PlanActionState.Done => [PlanActionEvent.Begin, PlanActionEvent.Finish],
            PlanActionState.Abandoned => [PlanActionEvent.Abandon],
            _ => [],
        };
        foreach (var what in way)
        {
            Assert.False(action.Apply(what, "Motif").Failed);
        }

        return action;
    }
}
