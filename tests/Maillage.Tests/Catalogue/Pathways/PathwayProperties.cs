using CsCheck;
using Maillage.Catalogue.Pathways;
using Xunit;

namespace Maillage.Tests.Catalogue.Pathways;

/// <summary>The walk against a slow reading of its rules, on any catalogue and any question.</summary>
public sealed class PathwayProperties
{
    private const int Iterations = 4_000;

    // A route adds distances rounded to ten metres.
    private const double RoundedKm = 0.2;

    private static readonly Gen<(AnyGraph Catalogue, PathwayQuestion Question)> AnyCase =
        AnyGraph.Any.SelectMany(catalogue => catalogue.AnyQuestion().Select(question => (catalogue, question)));

    [Fact]
    public void Route_OfAnyAnswer_IsOneOfThoseThatTheRulesAllow() => AnyCase.Sample(
        (catalogue, question) =>
        {
            var answer = catalogue.Graph().Find(question);

            var asked = answer.LowerLevel is { } level ? question with { ToLevel = level } : question;
            var rules = new EveryRoute(catalogue, asked);
            Assert.All(answer.Routes, route =>
            {
                Assert.True(rules.IsStart(route.Start));
                Assert.True(rules.IsEnd(route.End));
                Assert.All(route.Steps, step => Assert.True(catalogue.Steps.Contains(step) && rules.IsTaken(step)));
                Assert.All(route.Steps.Zip(route.Steps.Skip(1)), pair => Assert.Same(pair.First.To, pair.Second.From));
                Assert.Equal(route.Steps.Count + 1, route.Qualifications.Distinct().Count());
                // Where one cannot climb as high as asked, to begin at the level that one can reach is no climb.
                Assert.All(route.Qualifications.SkipLast(1).Skip(answer.LowerLevel is null ? 0 : 1), row => Assert.False(rules.IsEnd(row)));
                Assert.True(answer.LowerLevel is null || route.Steps.Count > 0);
            });
        },
        iter: Iterations);

    [Fact]
    public void FirstRoute_OfAnyAnswer_IsTheBestThereIs() => AnyCase.Sample(
        (catalogue, question) =>
        {
            var rules = new EveryRoute(catalogue, question);
            var ranks = rules.All().Select(rules.RankOf).Order().ToList();

            var answer = catalogue.Graph().Find(question);

            Assert.Equal(ranks.Count > 0, answer.Routes.Count > 0 && answer.LowerLevel is null);
            if (ranks.Count > 0)
            {
                var (rank, kilometres) = rules.RankOf(answer.Routes[0]);
                Assert.Equal(ranks[0].Rank, rank);
                Assert.InRange(kilometres, ranks[0].Kilometres, ranks[0].Kilometres + RoundedKm);
            }
        },
        iter: Iterations);

    [Fact]
    public void Routes_OfAnyAnswer_AreFewUnlikeAndInOrder() => AnyCase.Sample(
        (catalogue, question) =>
        {
            var answer = catalogue.Graph().Find(question);

            var rules = new EveryRoute(catalogue, question);
            var ranks = answer.Routes.Select(rules.RankOf).ToList();
            Assert.InRange(ranks.Count, 0, 6);
            Assert.Equal(ranks.Select(row => row.Rank).Order(), ranks.Select(row => row.Rank));
            Assert.All(ranks.Zip(ranks.Skip(1)), pair => Assert.True(
                pair.First.Rank != pair.Second.Rank || pair.First.Kilometres <= pair.Second.Kilometres + RoundedKm));
            Assert.All(ranks, row => Assert.InRange(row.Rank.Steps, 0, ranks[0].Rank.Steps + 2));
            var reached = answer.Routes.Select(route => route.Qualifications.Where(row => row != question.From).ToHashSet()).ToList();
            Assert.All(reached.Index(), pair => Assert.All(reached.Take(pair.Index), other =>
                Assert.True(
                    ranks.Count <= 3 ? !pair.Item.SetEquals(other) : pair.Item.Intersect(other).Count() * 2 <= Math.Min(pair.Item.Count, other.Count))));
        },
        iter: Iterations);

    [Fact]
    public void Answer_WhereNoRouteReachesTheLevel_GoesAsHighAsAnyDoes() => AnyCase.Where(one => one.Question.ToOccupation is null).Sample(
        (catalogue, question) =>
        {
            var answer = catalogue.Graph().Find(question);

            var levels = Enumerable.Range(3, 6).Where(level => CanClimbTo(new EveryRoute(catalogue, question with { ToLevel = level }))).ToList();
            if (answer.LowerLevel is { } reached)
            {
                Assert.InRange(reached, 3, (question.ToLevel ?? 8) - 1);
                Assert.DoesNotContain(levels, level => level > reached);
            }
            else if (answer.Routes.Count == 0 && !answer.IsAlreadyThere)
            {
                Assert.Empty(levels);
            }
        },
        iter: Iterations);

    [Fact]
    public void Walk_OnDenseCycles_EndsAndAnswersTheSameAgain() => AnyGraph.OfSize(200, 300, 12_000)
        .SelectMany(catalogue => catalogue.AnyQuestion().Select(question => (catalogue, question)))
        .Sample(
            (catalogue, question) =>
            {
                var graph = catalogue.Graph();

                var (first, again) = (graph.Find(question), catalogue.Graph().Find(question));

                Assert.Equal(first.Routes.Select(Written), again.Routes.Select(Written));
                Assert.All(first.Routes, route => Assert.InRange(route.Length, 0, 10));
            },
            iter: 60);

    private static bool CanClimbTo(EveryRoute rules) => rules.All().Any(route => route.Steps.Count > 0 && !rules.IsStart(route.End));

    private static string Written(PathwayRoute route) => string.Join(' ', route.Qualifications.Select(row => row.Slug));
}
