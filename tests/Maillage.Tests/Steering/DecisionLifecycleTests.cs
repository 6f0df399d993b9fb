using Maillage.Shared;
using Maillage.Steering;
using Maillage.Steering.Bodies;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Steering;

public sealed class DecisionLifecycleTests
{
    /// <summary>Every move there is, written again so that a change of the table is seen.</summary>
    private static readonly Dictionary<(DecisionState From, DecisionEvent What), DecisionState> Expected = new()
    {
        [(DecisionState.ToDo, DecisionEvent.Finish)] = DecisionState.Done,
        [(DecisionState.ToDo, DecisionEvent.Drop)] = DecisionState.Dropped,
        [(DecisionState.Done, DecisionEvent.Reopen)] = DecisionState.ToDo,
        [(DecisionState.Dropped, DecisionEvent.Reopen)] = DecisionState.ToDo,
    };

    [Fact]
    public void Decision_InAnyStateMetWithAnyEvent_MovesOrIsRefused()
    {
        foreach (var from in Enum.GetValues<DecisionState>())
        {
            foreach (var what in Enum.GetValues<DecisionEvent>())
            {
                var decision = In(from);
                var happens = Expected.TryGetValue((from, what), out var to);

                var result = decision.Apply(what);

                Assert.Equal(happens ? null : SteeringProblems.NoSuchDecisionMove, result.Problem);
                Assert.Equal(happens ? to : from, decision.State);
                Assert.Equal(happens, In(from).Possible.Contains(what));
            }
        }
    }

    [Theory]
    [InlineData("2027-03-28T02:30", null)]
    [InlineData("2027-03-28T03:00", "2027-03-28T01:00:00Z")]
    [InlineData("2027-10-31T02:30", "2027-10-31T00:30:00Z")]
    [InlineData("2027-01-15T09:00", "2027-01-15T08:00:00Z")]
    [InlineData("2027-07-15T09:00", "2027-07-15T07:00:00Z")]
    [InlineData("2027-02-30T09:00", null)]
    [InlineData("1999-01-01T09:00", null)]
    [InlineData("", null)]
    public void Hour_OfParis_IsAnInstantOrNone(string typed, string? expected) =>
        Assert.Equal(expected, TypedText.TryHour(typed, out var utc) ? utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : null);

    private static MeetingDecision In(DecisionState state)
    {
        var decision = TestData.Decision(TestData.Meeting(TestData.Body(new TestData().Campus(), "Copil"), DateTime.UnixEpoch), "Écrire aux membres");
        if (state != DecisionState.ToDo)
        {
            Assert.False(decision.Apply(state == DecisionState.Done ? DecisionEvent.Finish : DecisionEvent.Drop).Failed);
        }

        return decision;
    }
}
