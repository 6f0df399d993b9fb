using System.Net;
using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Steering.Actions;
using Maillage.Steering.Funding;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Xunit;

namespace Maillage.Web.Tests.Steering;

/// <summary>One month of a campus: all that falls in it, for whom it is.</summary>
public sealed class CalendarPageTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private WebApp _app = null!;
    private Campus _campus = null!;
    private Organisation _member = null!;

    private string Calendar => $"/espace/campus/{_campus.CampusId}/pilotage/calendrier";

    public async ValueTask InitializeAsync()
    {
        (_campus, _member) = (_a.Campus(x => x.Named("Nautisme").In("52")), _a.Organisation(x => x.Named("Lycée Livet")));
        var axis = TestData.WorkAxis(_campus, "Attractivité");
        var (open, closed) = (TestData.Body(_campus, "Plénière", isForMembers: true), TestData.Body(_campus, "Bureau"));
        // The last hour of March in Paris, which is still March there, and the first of April.
        var (last, next) = (TestData.Meeting(open, new DateTime(2027, 3, 31, 21, 30, 0, DateTimeKind.Utc)), TestData.Meeting(open, new DateTime(2027, 3, 31, 22, 0, 0, DateTimeKind.Utc)));
        var secret = TestData.Meeting(closed, new DateTime(2027, 3, 2, 9, 0, 0, DateTimeKind.Utc));
        var over = TestData.PlanAction(axis, "Déjà faite", new DateOnly(2027, 3, 5));
        over.Apply(PlanActionEvent.Finish);
        var grant = new Grant { CampusId = _campus.CampusId, Name = "France 2030", Funder = "État", AmountCents = 1 };
        _app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), _campus, _member, TestData.Membership(_campus, _member), axis, open, closed, last, next, secret, over, grant,
            TestData.PlanAction(axis, "Forum", new DateOnly(2027, 3, 31)), TestData.Decision(last, "Écrire aux membres", new DateOnly(2027, 3, 1)), TestData.Decision(secret, "Recruter", new DateOnly(2027, 3, 15)),
            new GrantDeadline { CampusId = _campus.CampusId, GrantId = grant.GrantId, Title = "Bilan", DueOn = new DateOnly(2027, 3, 20) },
        ]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Month_OfTheTeam_HoldsAllThatFallsInItInParis()
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_campus.CampusId));

        var titles = (await director.PageAsync($"{Calendar}?mois=2027-03")).QuerySelectorAll("main h2 + ul a").Select(link => link.TextContent);

        Assert.Equal(["Écrire aux membres", "Bureau", "Recruter", "France 2030 · Bilan", "Plénière", "Forum"], titles);
        Assert.Single((await director.PageAsync($"{Calendar}?mois=2027-04")).QuerySelectorAll("main h2 + ul a"));
    }

    [Fact]
    public async Task Month_OfAMember_HoldsWhatItsBodiesOpen()
    {
        using var head = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_member.OrganisationId));

        var titles = (await head.PageAsync($"{Calendar}?mois=2027-03")).QuerySelectorAll("main h2 + ul a").Select(link => link.TextContent);

        Assert.Equal(["Écrire aux membres", "Plénière"], titles);
    }

    [Theory]
    [InlineData("2027-13")]
    [InlineData("1999-12")]
    [InlineData("mars")]
    [InlineData("2027-03-01")]
    public async Task Month_ThatIsNone_IsSaidAndThisOneShown(string month)
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_campus.CampusId));

        using var response = await director.GetAsync($"{Calendar}?mois={month}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("novembre 2026", (await response.ReadPageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }
}
