using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Maillage.Catalogue.Offers;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Catalogue;

public sealed class QualificationPagesTests(SitePages site)
{
    private const string Avionique = "/formations/cap-aeronautique-option-avionique";
    private const string BtsAeronautique = "/formations/bts-aeronautique";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/formations", "Les formations", "201 formations")]
    [InlineData("/en/formations", "Qualifications", "201 qualifications")]
    public async Task List_WithoutFilter_ShowsTheFirstPageOfAll(string address, string title, string count)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(count, page.GetElementById("results")!.Words());
        Assert.Equal(20, Names(page).Count);
        Assert.NotNull(page.QuerySelector("nav a[rel=next]"));
    }

    [Fact]
    public async Task List_Filtered_HoldsWhatMatchesKeepsItsFieldsAndExportsTheSame()
    {
        var (_, page) = await site.GetAsync("/formations?level=5&mode=scolaire&region=52&q=A%C3%89RONAUTIQUE");

        Assert.NotEmpty(Names(page));
        Assert.All(page.QuerySelectorAll(".organisation-item"), item => Assert.Contains("BTS · niveau 5", item.Words(), StringComparison.Ordinal));
        Assert.Equal("5", Assert.IsAssignableFrom<IHtmlSelectElement>(page.GetElementById("level")).Value);
        Assert.Contains(
            page.QuerySelectorAll(".result-line__exports a").Select(link => link.GetAttribute("href")),
            link => link!.StartsWith("/api/v1/qualifications.csv?", StringComparison.Ordinal) && link.Contains("level=5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/formations?level=99", "Niveau : la valeur « 99 » n’existe pas.")]
    [InlineData("/formations?page=-1", "La page « -1 » n’existe pas ; voici la première.")]
    [InlineData("/formations?page=999", "La page « 999 » n’existe pas ; voici la première.")]
    [InlineData("/formations?mode=alternance", "Voie de formation : la valeur « alternance » n’existe pas.")]
    [InlineData("/en/formations?level=99", "Level: there is no “99”.")]
    [InlineData(BtsAeronautique + "?region=99", "Région académique : la valeur « 99 » n’existe pas.")]
    [InlineData(BtsAeronautique + "?near=nantes,1", "Le lieu « nantes,1 » n’est pas compris : écrivez latitude et longitude, par exemple 47.2184,-1.5536.")]
    public async Task Page_WithAWrongValue_SaysSoAndShowsTheRest(string address, string sentence)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(sentence, page.Alert());
        Assert.NotEmpty(page.QuerySelectorAll(".organisation-item__name"));
    }

    [Theory]
    [InlineData("/formations/nulle-part", HttpStatusCode.NotFound)]
    [InlineData("/formations/RNCP999999", HttpStatusCode.NotFound)]
    [InlineData("/metiers/Z9999", HttpStatusCode.NotFound)]
    [InlineData("/en/formations/%ff", HttpStatusCode.NotFound)]
    public async Task Page_Unknown_IsNotFound(string address, HttpStatusCode status)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Text_OfTenKilobytes_IsRefusedBeforeAnythingReadsIt()
    {
        var (response, _) = await site.GetAsync("/formations?q=" + new string('a', 10_000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Theory]
    [InlineData("/formations/50025305", Avionique)]
    [InlineData("/en/formations/50025305", "/en" + Avionique)]
    [InlineData("/formations/rncp37700", "/formations?q=RNCP37700")]
    public async Task Qualification_ByItsCode_LeadsToItsPage(string address, string target)
    {
        var (response, _) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(BtsAeronautique, "BTS · niveau 5", "Où la préparer")]
    [InlineData("/en" + BtsAeronautique, "BTS (higher technician certificate) · level 5", "Where it is prepared")]
    public async Task Qualification_Known_SaysWhatItIsWhereItLeadsAndWhereItIsPrepared(string address, string kind, string places)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(kind, page.QuerySelector(".organisation-head__kind")!.Words());
        Assert.Contains(places, page.QuerySelectorAll("h2").Select(title => title.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll("#metiers a[href*='/metiers/']"));
        Assert.NotEmpty(page.QuerySelectorAll("#suite a[href*='/formations/']"));
        Assert.NotEmpty(page.QuerySelectorAll("#lieux a[href*='/organisations/']"));
        Assert.NotNull(page.QuerySelector("a[href*='/signaler?page=/formations/bts-aeronautique']"));
    }

    [Fact]
    public async Task Qualification_InARegion_ShowsItsPlacesAlone()
    {
        var (_, everywhere) = await site.GetAsync(BtsAeronautique);
        var (_, page) = await site.GetAsync(BtsAeronautique + "?region=53");

        Assert.InRange(page.QuerySelectorAll(".offer-item").Length, 1, everywhere.QuerySelectorAll(".offer-item").Length - 1);
        Assert.Equal("53", Assert.IsAssignableFrom<IHtmlSelectElement>(page.GetElementById("region")).Value);
    }

    [Theory]
    [InlineData("?near=saint+nazaire&radiusKm=10")]
    [InlineData("?near=44600&radiusKm=10")]
    [InlineData("?near=47.2735,-2.2138&radiusKm=10")]
    public async Task Qualification_AroundAPlace_ShowsThePlacesNearItWithTheirDistance(string query)
    {
        var (response, page) = await site.GetAsync(BtsAeronautique + query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(page.QuerySelectorAll(".offer-item"));
        Assert.All(page.QuerySelectorAll(".offer-item"), item =>
        {
            Assert.Contains("Saint-Nazaire", item.Words(), StringComparison.Ordinal);
            Assert.Contains(" km", item.Words(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Qualification_AroundAnUnknownPlace_SaysSoAndShowsEveryPlace()
    {
        var (response, page) = await site.GetAsync(BtsAeronautique + "?near=nulle-part");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("« nulle-part »", page.Alert(), StringComparison.Ordinal);
        Assert.Equal("nulle-part", page.GetElementById("near")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll(".offer-item"));
    }

    [Fact]
    public async Task Qualification_WithoutPlaceCodeNorLink_SaysWhatIsNotKnown()
    {
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), TestData.Qualification("Doctorat en soudage", row => row.Level = 8)]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync("/formations/doctorat-en-soudage", Ct)).ReadPageAsync();

        Assert.Contains("Le registre ne connaît aucun lieu où on la prépare.", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Aucun code national n’est connu pour cette formation.", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Aucune suite d’études n’est connue du registre.", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_OfTooFewLearners_AreKeptBackAndSaid()
    {
        var a = new TestData();
        var cap = TestData.Qualification("CAP Cuisine");
        var (small, large) = (a.Organisation(), a.Organisation());
        await using var app = await WebApp.WithAsync(
            [.. TestData.Territories(), cap, small, large, TestData.Offer(cap, small, enrolled: 4), TestData.Offer(cap, large, enrolled: 33)]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync("/formations/cap-cuisine", Ct)).ReadPageAsync();

        Assert.Contains("effectif inférieur à 5, non montré", page.QuerySelectorAll(".offer-item")[0].Words(), StringComparison.Ordinal);
        Assert.Contains("33 apprenants", page.QuerySelectorAll(".offer-item")[1].Words(), StringComparison.Ordinal);
        Assert.Equal("33", page.QuerySelector(".enrolment__figures dd")!.TextContent);
        Assert.Contains("1 lieu a un effectif inférieur à 5", page.QuerySelector(".enrolment")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qualification_OfAHostileName_IsDataThatCannotLeaveItsElement()
    {
        const string Name = "</script><script>alert(1)</script> & \"CAP\"";
        var a = new TestData();
        var cap = TestData.Qualification(Name);
        var lycee = a.Organisation(x => x.Named("Lycée <b>"));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), cap, lycee, TestData.Offer(cap, lycee, TrainingMode.Apprentissage)]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync("/formations/" + cap.Slug, Ct)).ReadPageAsync();

        var data = JsonSerializer.Deserialize<JsonElement>(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
        Assert.Equal("EducationalOccupationalProgram", data.GetProperty("@type").GetString());
        Assert.Equal(Name, data.GetProperty("name").GetString());
        Assert.Equal("Lycée <b>", data.GetProperty("hasCourse")[0].GetProperty("provider").GetProperty("name").GetString());
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent == "alert(1)");
    }

    [Theory]
    [InlineData("", "Comparer des formations", 0)]
    [InlineData("?id=bts-aeronautique", "Comparer des formations", 0)]
    [InlineData("?id=bts-aeronautique&id=cap-aeronautique-option-avionique", "Comparer des formations", 2)]
    public async Task Comparison_OfTheAddress_HasAColumnForEach(string query, string title, int columns)
    {
        var (response, page) = await site.GetAsync("/formations/comparer" + query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(columns, page.QuerySelectorAll("thead th[scope=col] > a:first-child").Length);
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Equal(columns, row.QuerySelectorAll("td").Length));
    }

    [Fact]
    public async Task Comparison_AddedToAndTakenFrom_IsAnAddressEachTime()
    {
        var (_, one) = await site.GetAsync("/formations/comparer?id=bts-aeronautique&q=avionique");

        var add = one.QuerySelectorAll("a[href*='comparer']").Select(link => link.GetAttribute("href")!).First(link => link.EndsWith("id=cap-aeronautique-option-avionique", StringComparison.Ordinal));
        var (_, two) = await site.GetAsync(add);
        var remove = two.QuerySelectorAll("a.compare__remove")[0].GetAttribute("href");

        Assert.Equal("/formations/comparer?id=bts-aeronautique&id=cap-aeronautique-option-avionique", add);
        Assert.Equal("/formations/comparer?id=bts-aeronautique", remove);
    }

    [Theory]
    [InlineData("/formations/comparer?id=bts-aeronautique&id=nulle-part", "1 formation de l’adresse n’existe pas ici ; elle est laissée de côté.")]
    [InlineData("/en/formations/comparer?id=a&id=b", "2 qualifications of the address do not exist here; they are left out.")]
    public async Task Comparison_OfWhatDoesNotExist_SaysSo(string address, string sentence)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(sentence, page.Alert());
    }

    private static IReadOnlyList<string> Names(IHtmlDocument page) => [.. page.QuerySelectorAll(".organisation-item__name").Select(name => name.Words())];
}
