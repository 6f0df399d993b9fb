using Maillage.Catalogue.Occupations.Imports;
using Maillage.Catalogue.Onisep;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Catalogue;

public sealed class SheetPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/metiers/G1602", "Au cœur du métier", "Réaliste : agir, fabriquer, travailler dehors ou de ses mains")]
    [InlineData("/en/metiers/G1602", "At the heart of the occupation", "Realistic: act, make, work outdoors or with one’s hands")]
    public async Task Occupation_OfTheDirectory_ShowsSkillsContextsInterestsAndWhatIsNear(string address, string core, string interest)
    {
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(),
            new RomeOccupation { Rome = "G1602", Name = "Cuisinier / Cuisinière", ParentRome = "G1602", IsRegulated = true },
            new RomeOccupation { Rome = "G1604", Name = "Pizzaïolo", ParentRome = "G1604" },
            Item("1", RomeItemKind.KnowHow, "Cuire des viandes"), Item("2", RomeItemKind.WorkContext, "Travail en soirée"),
            new RomeItemLink { Rome = "G1602", Code = "1", Weight = RomeWeight.Core }, new RomeItemLink { Rome = "G1602", Code = "2" },
            new RomeInterest { Rome = "G1602", Major = "R", Minor = "Z" },
            new RomeMobility { Rome = "G1602", TargetRome = "G1604", Rank = 1 },
        ]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync(address, Ct)).ReadPageAsync();

        var section = page.GetElementById("sheet-title")!.ParentElement!.Words();
        Assert.Contains($"{core} Cuire des viandes", section, StringComparison.Ordinal);
        Assert.Contains("Travail en soirée", section, StringComparison.Ordinal);
        Assert.Contains(interest, section, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#related-title + ul a[href$='/metiers/G1604']"));
    }

    [Fact]
    public async Task Qualification_ThatOnisepDescribes_SaysWhatOneLearnsUnderItsNameAndLicence()
    {
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(),
            TestData.Qualification("CAP Cuisine", row => row.Cfd = "50022138"),
            new OnisepTraining { OnisepId = "FOR.1", Cfd = "50022138", Name = "CAP Cuisine", Duration = "2 ans", Description = "On y apprend à cuire." },
        ]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync("/formations/cap-cuisine", Ct)).ReadPageAsync();

        var section = page.GetElementById("contenu")!.Words();
        Assert.Contains("On y apprend à cuire.", section, StringComparison.Ordinal);
        Assert.Contains("Durée : 2 ans", section, StringComparison.Ordinal);
        Assert.Contains("ODbL", section, StringComparison.Ordinal);
    }

    private static RomeItem Item(string code, RomeItemKind kind, string name) => new() { DataSet = "rome/items", Code = code, Kind = kind, Name = name };
}
