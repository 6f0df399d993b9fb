using System.Net;
using Maillage.Shared;
using Maillage.Web.Pages.Site;
using Xunit;

namespace Maillage.Web.Tests.Site;

public sealed class GlossaryTests(SitePages site)
{
    private static readonly Glossary Shipped = Glossary.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "GLOSSARY.md")));

    [Fact]
    public void Glossary_AsShipped_IsWholeInBothLanguages()
    {
        var terms = Shipped.Themes.SelectMany(theme => theme.Terms).ToList();

        Assert.True(terms.Count > 100);
        Assert.All(terms, term => Assert.All(
            new[] { term.Name.Fr, term.Name.En, term.Definition.Fr, term.Definition.En }, text => Assert.False(string.IsNullOrWhiteSpace(text), term.Anchor)));
        Assert.All(Shipped.Themes, theme => Assert.False(theme.Title.FallsBack("en"), theme.Title.Fr));
        Assert.Equal(terms.Count, terms.Select(term => term.Anchor).Distinct().Count());
    }

    [Fact]
    public void Glossary_RowWithoutAllItsColumns_IsNamed()
    {
        const string markdown = "## Thème · Theme\n\n| a | b |\n| --- | --- |\n| mot | `Word` |\n";

        var error = Assert.Throws<FormatException>(() => Glossary.Parse(markdown));

        Assert.Contains("'mot'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Glossary_Cells_AreReadWithoutTheirMarkup()
    {
        const string markdown = "## Thème · Theme\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n| mot | — | Dit `ce` *qu’il* veut &amp; peut | word | Means it |\n";

        var term = Assert.Single(Assert.Single(Glossary.Parse(markdown).Themes).Terms);

        Assert.Equal(new LocalizedText("Dit ce qu’il veut & peut", "Means it"), term.Definition);
    }

    [Theory]
    [InlineData("/glossaire", "fr", "filière", "Domaine d’activité")]
    [InlineData("/en/glossaire", "en", "sector", "The field of activity")]
    public async Task Page_InALanguage_ShowsEachTermWithItsDefinitionAndItsOtherName(string address, string language, string name, string definition)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        var term = page.GetElementById("filiere")!;
        Assert.Equal(name, term.QuerySelector("dt a")!.TextContent);
        Assert.StartsWith(definition, term.QuerySelector("dd")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(language == "fr" ? "sector" : "filière", term.QuerySelector("[lang]")!.TextContent);
    }

    [Fact]
    public async Task Page_ThemesIndex_LeadsToEachTheme()
    {
        var (_, page) = await site.GetAsync("/glossaire");

        var links = page.QuerySelectorAll(".glossary__themes a").Select(link => link.GetAttribute("href")![1..]).ToList();

        Assert.Equal(Shipped.Themes.Select(theme => theme.Anchor), links);
        Assert.All(links, anchor => Assert.NotNull(page.GetElementById(anchor)));
    }

    [Fact]
    public async Task Search_WithoutAccents_FindsInNamesAndDefinitions()
    {
        var (response, page) = await site.GetAsync("/glossaire?q=region+academique");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(page.GetElementById("region-academique"));
        Assert.Null(page.GetElementById("filiere"));
        Assert.Equal("region academique", page.GetElementById("q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Search_WithoutResult_SaysSoAndOffersToTell()
    {
        var (response, page) = await site.GetAsync("/glossaire?q=zzzz");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("0 terme contient « zzzz »", page.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/signaler?page=/glossaire']"));
    }

    [Fact]
    public async Task Search_TooLong_IsRefusedWithTheInputKept()
    {
        var text = new string('a', Glossary.TextMaxLength + 1);

        var (response, page) = await site.GetAsync("/glossaire?q=" + text);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Le texte cherché compte 101 caractères ; 100 au plus sont acceptés.", page.Alert());
        Assert.Equal(text, page.GetElementById("q")!.GetAttribute("value"));
    }
}
