using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Tests.Network.Register;

public sealed class CampusFilterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filter_AcademieOfToday_FindsWhatIsRecordedUnderThoseItAbsorbed()
    {
        var register = await RegisterAsync();

        Assert.Equal(["a-caen", "a-rouen", "en-normandie"], Slugs(register, new CampusFilter { Academie = "70" }));
        Assert.Equal(["a-caen"], Slugs(register, new CampusFilter { Academie = "05" }));
        Assert.Equal(["a-rouen"], Slugs(register, new CampusFilter { Academie = "21" }));
        Assert.Equal(["a-nantes"], Slugs(register, new CampusFilter { Academie = "17" }));
        Assert.Empty(Slugs(register, new CampusFilter { Academie = "99" }));
    }

    [Fact]
    public async Task Filter_Region_FindsCampusesThatStandOnTwo()
    {
        var register = await RegisterAsync();

        Assert.Contains("a-nantes", Slugs(register, new CampusFilter { Region = "53" }));
        Assert.Contains("a-nantes", Slugs(register, new CampusFilter { Region = "52" }));
    }

    [Fact]
    public async Task Filter_WithoutADay_ListsEveryKnownCampus()
    {
        var register = await RegisterAsync();

        Assert.Equal(4, Slugs(register, new CampusFilter()).Count);
    }

    [Theory]
    [InlineData("2017-08-31")]
    [InlineData("2017-09-01", "a-nantes")]
    [InlineData("2018-12-31", "a-caen", "a-nantes")]
    [InlineData("2021-09-01", "a-caen")]
    public async Task Filter_WithADay_KeepsWhatStandsThatDay(string day, params string[] expected)
    {
        var register = await RegisterAsync();

        Assert.Equal(expected, Slugs(register, new CampusFilter { AsOf = DateOnly.ParseExact(day, "yyyy-MM-dd", null) }));
    }

    [Fact]
    public async Task Filter_ByState_KeepsThatStateAlone()
    {
        var register = await RegisterAsync();
        var day = new DateOnly(2021, 9, 1);

        Assert.Equal(["a-nantes"], Slugs(register, new CampusFilter { AsOf = day, State = LabelState.Expired }));
        Assert.Equal(["a-rouen", "en-normandie"], Slugs(register, new CampusFilter { AsOf = day, State = LabelState.Unknown }));
        Assert.Equal(4, Slugs(register, new CampusFilter { AsOf = day, AnyState = true }).Count);
    }

    private static IReadOnlyList<string> Slugs(NetworkRegister register, CampusFilter filter) =>
        [.. filter.Apply(register, TestData.Today).Select(row => row.Campus.Slug).Order(StringComparer.Ordinal)];

    private async Task<NetworkRegister> RegisterAsync()
    {
        await using var services = database.NewServices();
        var current = services.GetRequiredService<CurrentRegister>();
        var register = await current.GetAsync(Ct);
        if (register.Campuses.Count > 0)
        {
            return register;
        }

        var a = new TestData();
        await database.SaveAsync(
        [
            .. TestData.Territories(),
            a.Campus(x => x.Named("À Caen").In("28").UnderAcademies("05").Labelled("2018", years: 5)),
            a.Campus(x => x.Named("À Rouen").In("28").UnderAcademies("21")),
            a.Campus(x => x.Named("En Normandie").In("28").UnderAcademies("70")),
            a.Campus(x => x.Named("À Nantes").In("52", "53").UnderAcademies("17").Labelled("2017-2018", years: 4)),
        ]);
        return await current.GetAsync(Ct);
    }
}
