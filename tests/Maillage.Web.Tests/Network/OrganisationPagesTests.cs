using System.Net;
using AngleSharp.Html.Dom;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Network;

public sealed class OrganisationPagesTests(SitePages site)
{
    private const string Michelet = "/organisations/lycee-professionnel-michelet";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/organisations", "Les organisations du réseau", "166 organisations")]
    [InlineData("/en/organisations", "Organisations of the network", "166 organisations")]
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
    public async Task List_SecondPage_GoesOnAndKeepsItsFilters()
    {
        var (_, first) = await site.GetAsync("/organisations?kind=lycee_pro");
        var (_, second) = await site.GetAsync("/organisations?kind=lycee_pro&page=2");

        Assert.Equal(6, Names(second).Count);
        Assert.Empty(Names(first).Intersect(Names(second)));
        Assert.Equal("21", second.QuerySelector("ol.organisation-list")!.GetAttribute("start"));
        Assert.Equal("/organisations?kind=lycee_pro", second.QuerySelector("nav a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("2", second.QuerySelector("nav a[aria-current=page].fr-pagination__link")!.TextContent);
    }

    [Fact]
    public async Task List_Filtered_HoldsWhatMatchesAndExportsTheSame()
    {
        var (_, page) = await site.GetAsync("/organisations?kind=cfa&q=la+roche&region=52&unknown=1");

        Assert.Equal(["BTP CFA Vendée"], Names(page).Where(name => name.StartsWith("BTP", StringComparison.Ordinal)));
        Assert.Equal("cfa", Assert.IsAssignableFrom<IHtmlSelectElement>(page.GetElementById("kind")).Value);
        Assert.Equal("la roche", page.GetElementById("q")!.GetAttribute("value"));
        Assert.Contains("/api/v1/organisations.csv?q=la%20roche&region=52&kind=cfa", Exports(page));
    }

    [Fact]
    public async Task List_OfACampus_HoldsItsMembers()
    {
        var (_, page) = await site.GetAsync("/organisations?campus=nautisme-pays-de-la-loire");

        Assert.NotEmpty(Names(page));
        Assert.All(page.QuerySelectorAll(".organisation-item"), item => Assert.Contains("Nautisme", item.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_AroundAPlace_IsOrderedByDistance()
    {
        var (_, page) = await site.GetAsync("/organisations?near=47.2352,-1.5585&radiusKm=5");

        Assert.Equal("Lycée professionnel Michelet", Names(page)[0]);
        Assert.Contains("à moins de 5 km", page.GetElementById("results")!.Words(), StringComparison.Ordinal);
        Assert.Equal("47.2352,-1.5585", page.QuerySelector("input[name=near]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("kind=planete", "Nature : la valeur « planete » n’existe pas.")]
    [InlineData("campus=nulle-part", "Campus : la valeur « nulle-part » n’existe pas.")]
    [InlineData("page=-1", "La page « -1 » n’existe pas ; voici la première.")]
    [InlineData("page=999", "La page « 999 » n’existe pas ; voici la première.")]
    [InlineData("near=nulle-part", "Nous ne connaissons ni commune ni code postal « nulle-part » : essayez une ville voisine.")]
    [InlineData("near=91,0", "Le lieu « 91,0 » n’est pas compris : écrivez latitude et longitude, par exemple 47.2184,-1.5536.")]
    public async Task List_WithAWrongValue_SaysSoAndShowsTheRest(string query, string sentence)
    {
        var (response, page) = await site.GetAsync("/organisations?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(sentence, page.Alert());
        Assert.Equal(20, Names(page).Count);
    }

    [Theory]
    [InlineData("q=0440034y")]
    [InlineData("q=194+400+347+00010")]
    public async Task List_SearchedByIdentifier_LeadsToItsBearer(string query)
    {
        var (found, _) = await site.GetAsync("/organisations?" + query);
        var (response, _) = await site.GetAsync(found.Headers.Location!.OriginalString);

        Assert.Equal(Michelet, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/organisations/0440034Y", Michelet)]
    [InlineData("/en/organisations/19440034700010", "/en" + Michelet)]
    public async Task Page_ByIdentifier_RedirectsToTheSlug(string address, string expected)
    {
        var (response, _) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/organisations/n-existe-pas")]
    [InlineData("/organisations/0000000A")]
    [InlineData("/organisations/%0A")]
    [InlineData("/campus/%20")]
    [InlineData("/regions/%20")]
    [InlineData("/en/organisations/MICHELET")]
    public async Task Page_OfNobody_IsNotFound(string address)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotNull(page.QuerySelector("form[role=search]"));
    }

    [Theory]
    [InlineData(Michelet, "Lycée professionnel · public", "194 400 347 00010", "DEPP, Annuaire de l'éducation", "22 mars 2024")]
    [InlineData("/en" + Michelet, "Vocational upper secondary school · public", "194 400 347 00010", "DEPP, Annuaire de l'éducation", "22 March 2024")]
    public async Task Page_OfAnOrganisation_ShowsItsFactsAndTheirSource(string address, params string[] facts)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Lycée professionnel Michelet", page.QuerySelector("h1")!.TextContent);
        Assert.All(facts.Append("0440034Y").Append("41 boulevard Michelet"), fact => Assert.Contains(fact, page.Text(), StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("main a[href]"), link =>
            link.GetAttribute("href")!.EndsWith("/signaler?page=" + Michelet, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("[data-map-list] > li[data-lon]"));
    }

    [Fact]
    public async Task Page_OfACarrier_TellsWhatATextSaysFromWhatIsDeduced()
    {
        var (_, page) = await site.GetAsync("/organisations/rectorat-de-nantes-region-academique-pays-de-la-loire");

        var titles = page.QuerySelectorAll("section h3").Select(title => title.TextContent).ToList();
        Assert.Equal(["Nommée par une source", "Rôle déduit"], titles);
        Assert.Contains("porte le campus", page.QuerySelector(".membership-list")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfASchoolOfTheSector_SaysThatNoTextNamesIt()
    {
        var (_, page) = await site.GetAsync(Michelet);

        Assert.Equal("Établissement de la filière", page.QuerySelector("section h3")!.TextContent);
        Assert.Contains("aucun texte ne la nomme encore comme membre", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnOrganisationKnownByNameAlone_SaysWhatIsMissing()
    {
        var organisation = new TestData().Organisation(x => x.Named("Atelier <inconnu>").OfKind(OrganisationKind.Company).With(row =>
        {
            row.Status = null;
            row.RegionCode = null;
        }));
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), organisation]);
        using var visitor = app.NewClient();

        var response = await visitor.GetAsync("/organisations/" + organisation.Slug, Ct);

        var page = await response.ReadPageAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Atelier <inconnu>", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("[data-map]"));
        var missing = page.QuerySelectorAll(".page__aside .card:first-child li").Select(item => item.TextContent);
        Assert.Equal(["Le SIRET", "L’adresse", "Le site internet", "Un courriel ou un téléphone", "Les campus dont elle fait partie"], missing);
    }

    [Fact]
    public async Task Page_BySharedSiret_OffersTheCandidates()
    {
        var a = new TestData();
        var siret = Siret.Parse("73282932000074");
        await using var app = await WebApp.WithAsync(
            [.. TestData.Territories(), a.Organisation(x => x.Named("Lycée A").With(row => row.Siret = siret)), a.Organisation(x => x.Named("CFA B").With(row => row.Siret = siret))]);
        using var visitor = app.NewClient();

        var response = await visitor.GetAsync("/organisations/732 829 320 00074", Ct);

        var page = await response.ReadPageAsync();
        Assert.Equal(HttpStatusCode.MultipleChoices, response.StatusCode);
        Assert.Equal(["CFA B", "Lycée A"], page.QuerySelectorAll("main li > a:first-child[href^='/organisations/']").Select(link => link.TextContent));
    }

    private static List<string> Names(IHtmlDocument page) => [.. page.QuerySelectorAll(".organisation-item__name a").Select(link => link.TextContent)];

    private static IEnumerable<string?> Exports(IHtmlDocument page) =>
        page.QuerySelectorAll(".result-line__exports a").Select(link => link.GetAttribute("href"));
}
