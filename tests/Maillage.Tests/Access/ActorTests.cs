using Maillage.Access.Rights;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Access;

public sealed class ActorTests
{
    private static readonly Guid CampusA = Guid.CreateVersion7();
    private static readonly Guid CampusB = Guid.CreateVersion7();

    private static readonly Perimeter OfCampusA = new(Scope.Campus(CampusA), Scope.AcademicRegion("52"), Scope.Academie("17"));
    private static readonly Perimeter OfCampusB = new(Scope.Campus(CampusB), Scope.AcademicRegion("53"), Scope.Academie("14"));

    [Fact]
    public void Right_OfACampus_EndsAtTheCampus()
    {
        var director = TestData.Person(Role.CampusDirector, Scope.Campus(CampusA));

        Assert.True(director.Can(Permission.SeePeople, OfCampusA));
        Assert.False(director.Can(Permission.SeePeople, OfCampusB));
        Assert.False(director.Can(Permission.SeePeople, Perimeter.National));
        Assert.False(director.Can(Permission.ChangeSettings, OfCampusA));
    }

    [Fact]
    public void Right_OfATerritory_HoldsForEachCampusThere()
    {
        var rectorate = TestData.Person(Role.Rectorate, Scope.AcademicRegion("52"));

        Assert.True(rectorate.Can(Permission.SeePeople, OfCampusA));
        Assert.False(rectorate.Can(Permission.SeePeople, OfCampusB));
    }

    [Fact]
    public void Right_OfTheCountry_HoldsEverywhere() =>
        Assert.True(TestData.Administrator().Can(Permission.ReadAudit, OfCampusB));

    [Theory]
    [InlineData(AuthorKindOf.Visitor)]
    [InlineData(AuthorKindOf.Product)]
    public void Right_OfNobody_IsNone(AuthorKindOf kind)
    {
        var actor = kind == AuthorKindOf.Product ? Actor.Product : Actor.Visitor();

        Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => actor.Can(permission));
    }

    [Fact]
    public void Bearer_OfALink_MayDoWhatItWasMadeForAlone()
    {
        var organisation = Guid.CreateVersion7();
        var bearer = Actor.Bearer(Maillage.Data.Audit.AuthorKind.ActionLink, Guid.CreateVersion7(), [new Right(Permission.EditOrganisation, Scope.Organisation(organisation))]);

        Assert.True(bearer.Can(Permission.EditOrganisation, new Perimeter(Scope.Organisation(organisation), Scope.Campus(CampusA))));
        Assert.False(bearer.Can(Permission.EditOrganisation, OfCampusA));
        Assert.False(bearer.Can(Permission.SendActionLinks, new Perimeter(Scope.Organisation(organisation))));
        Assert.DoesNotContain(Enum.GetValues<Role>(), role => bearer.CanGive(role, OfCampusA));
    }

    [Fact]
    public void Role_OfTheLevelBelow_IsGivenWhereOneHoldsOnesOwn()
    {
        var director = TestData.Person(Role.CampusDirector, Scope.Campus(CampusA));

        Assert.True(director.CanGive(Role.CampusTeam, OfCampusA));
        Assert.False(director.CanGive(Role.CampusTeam, OfCampusB));
        Assert.False(director.CanGive(Role.CampusDirector, OfCampusA));
        Assert.False(director.CanGive(Role.Administrator, Perimeter.National));
    }

    [Fact]
    public void Role_Given_NeverAllowsMoreThanItsGiverMay()
    {
        // Those who set up the platform and the label give roles that work in places where they do not themselves.
        Role[] above = [Role.Administrator, Role.Ministry, Role.Rectorate, Role.RegionalCouncil];
        // A guardian answers for a learner, which no school may do in their place; only the mailbox that was asked has a hand on the agreement.
        Permission[] ofTheGuardian = [Permission.AnswerForLearner];
        var beyond =
            from giver in Enum.GetValues<Role>().Except(above)
            from given in PermissionTable.GivenBy(giver)
            from permission in PermissionTable.Of(given).Except(PermissionTable.Of(giver)).Except(ofTheGuardian)
            select $"{giver} gives {given}, who may {permission}";

        Assert.Empty(beyond);
    }

    public enum AuthorKindOf
    {
        Product,
        Visitor,
    }
}
