using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maillage.Catalogue.Qualifications;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Catalogue;

public sealed class PathwaysPageTests(SitePages site)
{
    private const string Welding = "cap-realisations-industrielles-en-chaudronnerie-ou-soudage-option-soudage";
    private const string Asked = "from=" + Welding + "&near=Saint-Nazaire";

    [Theory]
    [InlineData("", "Parcours, du CAP au doctorat")]
    [InlineData("/en", "Pathways, from CAP to doctorate")]
    public async Task Page_WithNothingAsked_OffersAFormAndExamplesThatLeadSomewhere(string language, string title)
    {
        var (response, page) = await site.GetAsync($"{language}/parcours");
        var example = page.QuerySelector<IHtmlAnchorElement>("#examples + ul a")!.GetAttribute("href")!;

        var (_, answer) = await site.GetAsync(example);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.Words());
        Assert.Null(page.QuerySelector("svg.ladder"));
        Assert.StartsWith($"{language}/parcours?from=", example, StringComparison.Ordinal);
        Assert.NotEmpty(answer.QuerySelectorAll(".route"));
    }

    [Theory]
    [InlineData("", "poursuite officielle", "Aucun lieu connu")]
    [InlineData("/en", "official further study", "No known place")]
    public async Task Page_FromAQualification_TellsEachStepWithItsBasisAndPlaces(string language, string basis, string unknown)
    {
        var (response, page) = await site.GetAsync($"{language}/parcours?{Asked}");

        var steps = page.QuerySelectorAll("[data-route='1'] .route__step").ToList();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Welding, steps[0].GetAttribute("data-qualification"));
        Assert.Contains(basis, steps[1].QuerySelector(".route__way")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Saint-Nazaire", steps[1].QuerySelector(".route__places")!.Words(), StringComparison.Ordinal);
        Assert.Contains(unknown, steps[^1].Words(), StringComparison.Ordinal);
        Assert.All(steps, step => Assert.Equal(
            $"{language}/formations/{step.GetAttribute("data-qualification")}", step.QuerySelector(".route__name a")!.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".route__occupations a"), link => Assert.Matches($"^{language}/metiers/[A-N][0-9]{{4}}$", link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData(Asked)]
    [InlineData(Asked + "&route=3")]
    [InlineData("fromLevel=4&toLevel=7&mode=apprentissage")]
    [InlineData("occupation=H2913&near=Nantes")]
    public async Task Ladder_OfAnyRoutes_IsWellFormedAndSaysWhatTheListSays(string query)
    {
        var (response, page) = await site.GetAsync($"/parcours?{query}");

        var ladder = XElement.Parse(Regex.Match(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "<svg class=\"ladder\".*?</svg>", RegexOptions.Singleline).Value);
        var drawn = Attributes(ladder, "ladder__box", "href").Select(address => address.Split('/')[^1]);
        var told = page.QuerySelectorAll(".route__step").Select(step => step.GetAttribute("data-qualification")!);
        Assert.Equal(told.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
        Assert.Equal(Links(page), Links(ladder));
        Assert.All((string[])["title", "desc"], name => Assert.NotEmpty(ladder.Elements().First(element => element.Name.LocalName == name).Value));
        Assert.Equal(
            page.QuerySelectorAll("h3 + .route .route__step").Select(step => step.GetAttribute("data-qualification")!).Order(StringComparer.Ordinal),
            ladder.Descendants().Where(box => (string?)box.Attribute("class") == "ladder__box" && (string?)box.Attribute("data-chosen") == "true")
                .Select(box => ((string)box.Attribute("href")!).Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Route_Chosen_IsHeldByTheAddressAndComesFirst()
    {
        var (_, page) = await site.GetAsync($"/parcours?{Asked}&route=2");

        Assert.Equal("2", page.QuerySelector(".route-list > li")!.GetAttribute("data-route"));
        Assert.StartsWith("Parcours 2", page.QuerySelector(".milestones [aria-current]")!.Words(), StringComparison.Ordinal);
        Assert.Matches("near=Saint-Nazaire&.*route=3$", page.QuerySelectorAll(".milestones a")[2].GetAttribute("href")!);
    }

    [Fact]
    public async Task Words_ThatSeveralQualificationsBear_AreOfferedToChooseWithTheRestOfTheQuestion()
    {
        var (response, page) = await site.GetAsync("/parcours?from=SOUDAGE&near=44600&toLevel=7");

        var choices = page.QuerySelectorAll<IHtmlAnchorElement>(".choice-list a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(choices, address => address.Contains($"from={Welding}", StringComparison.Ordinal)
            && address.Contains("near=44600", StringComparison.Ordinal) && address.Contains("toLevel=7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Occupation_Wanted_IsReachedFromWhereOneCanBegin()
    {
        var (_, page) = await site.GetAsync("/parcours?occupation=h2913");

        Assert.All(
            page.QuerySelectorAll(".route").Select(route => route.QuerySelectorAll(".route__step")[^1]),
            last => Assert.NotNull(last.QuerySelector("a[href='/metiers/H2913']")));
        Assert.Contains("point de départ possible", page.QuerySelector(".route__way")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qualification_ThatNothingFollows_IsAnsweredWithOnesLikeIt()
    {
        var (end, like, above) = (
            TestData.Qualification("CAP Voilerie", row => row.RomeCodes = ["H2402"]),
            TestData.Qualification("CAP Sellerie", row => row.RomeCodes = ["H2402"]),
            TestData.Qualification("Bac pro Sellerie", row => row.Level = 4));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), end, like, above, TestData.Link(like, above)]);
        using var client = app.NewClient();

        using var response = await client.GetAsync("/parcours?from=cap-voilerie", TestContext.Current.CancellationToken);

        var page = await response.ReadPageAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Aucun parcours connu", page.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/parcours?from=cap-sellerie']"));
    }

    [Fact]
    public async Task Level_ThatNoRouteReaches_IsSaidWithTheHighestThatOneReaches()
    {
        var (cap, bac) = (TestData.Qualification("CAP Sellerie"), TestData.Qualification("Bac pro Sellerie", row => row.Level = 4));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), cap, bac, TestData.Link(cap, bac, PathwayBasis.Usual)]);
        using var client = app.NewClient();

        using var response = await client.GetAsync("/en/parcours?from=cap-sellerie&toLevel=7", TestContext.Current.CancellationToken);

        var page = await response.ReadPageAsync();
        Assert.Contains("No known route leads to level 7; the highest lead to level 4.", page.Text(), StringComparison.Ordinal);
        Assert.Contains("usual further study", page.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=n-existe-pas", "from", "Aucune formation connue ne répond à « n-existe-pas »")]
    [InlineData("occupation=xyzxyz", "occupation", "Aucun métier connu ne répond à « xyzxyz »")]
    [InlineData("fromLevel=3&near=abc", "near", "Nous ne connaissons ni commune ni code postal « abc »")]
    [InlineData("fromLevel=3&near=99,200", "near", "99,200")]
    [InlineData("fromLevel=3&toLevel=99", "toLevel", "99")]
    [InlineData("fromLevel=3&mode=velo", "mode", "velo")]
    [InlineData("fromLevel=3&route=12", null, "12")]
    [InlineData("from=%21", "from", "Aucune formation connue")]
    [InlineData("occupation=%3F%3F", "occupation", "Aucun métier connu")]
    public async Task Value_NotUnderstood_IsSaidInOneSentenceAndKept(string query, string? field, string sentence)
    {
        var (response, page) = await site.GetAsync($"/parcours?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Single(page.QuerySelectorAll("[role=alert] p"));
        Assert.Contains(sentence, page.Alert(), StringComparison.Ordinal);
        if (page.QuerySelector<IHtmlInputElement>($"input[name='{field}']") is { } input)
        {
            Assert.Equal(Uri.UnescapeDataString(query.Split('&')[^1].Split('=')[1]), input.Value);
        }
    }

    [Fact]
    public async Task Query_OfTenKilobytes_IsRefusedWithASentence()
    {
        var (response, _) = await site.GetAsync($"/parcours?from={new string('a', 10 * 1024)}");

        Assert.InRange((int)response.StatusCode, 400, 414);
    }

    private static IEnumerable<string> Attributes(XElement ladder, string part, string attribute) =>
        ladder.Descendants().Where(element => (string?)element.Attribute("class") == part).Select(element => (string)element.Attribute(attribute)!);

    private static IEnumerable<string> Links(XElement ladder) =>
        Attributes(ladder, "ladder__link", "data-from").Zip(Attributes(ladder, "ladder__link", "data-to"), (from, to) => $"{from} {to}")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Links(IHtmlDocument page) => page.QuerySelectorAll(".route")
        .Select(route => route.QuerySelectorAll(".route__step").Select(step => step.GetAttribute("data-qualification")!).ToList())
        .SelectMany(steps => steps.Zip(steps.Skip(1), (from, to) => $"{from} {to}"))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
