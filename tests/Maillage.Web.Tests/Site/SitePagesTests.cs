using System.Net;
using Maillage.Catalogue.Starter;
using Maillage.TestKit;
using Maillage.Web.Hosting;
using Maillage.Web.Pages.Site;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Web.Tests.Site;

public sealed class SitePagesTests(SitePages site)
{
    public static TheoryData<string> WithoutForm =>
    [
        "/organisations", "/organisations/lycee-professionnel-michelet", "/labels", "/formations", "/formations/bts-aeronautique",
        "/formations/comparer", "/metiers", "/metiers/I1602", "/glossaire", "/donnees", "/accessibilite", "/mentions-legales",
        "/signaler/merci",
    ];

    [Theory]
    [MemberData(nameof(WithoutForm))]
    public async Task Page_WithoutAForm_SetsNoCookieInEitherLanguage(string path)
    {
        foreach (var address in new[] { path, "/en" + path })
        {
            var (response, page) = await site.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"), address);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal(address.StartsWith("/en", StringComparison.Ordinal) ? "en" : "fr", page.DocumentElement.GetAttribute("lang"));
        }
    }

    [Theory]
    [MemberData(nameof(WithoutForm))]
    public async Task Page_WithUnknownParameters_ShowsNoneOfThem(string path)
    {
        var (response, page) = await site.GetAsync(path + "?parasite=%3Cscript%3E");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("parasite", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_EveryFileLoaded_IsDeclared() =>
        Assert.Equal(
            LoadStarter.Files.Select(file => file.DataSet).Order(StringComparer.Ordinal),
            DataSets.All.SelectMany(dataSet => dataSet.Files).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("/donnees", "Producteur", "166, lues le 23 novembre 2026")]
    [InlineData("/en/donnees", "Producer", "166, read on 23 November 2026")]
    public async Task Data_Organisations_SayProducerRowsDayAndDownloads(string address, string producer, string rows)
    {
        var (_, page) = await site.GetAsync(address);

        var card = page.GetElementById("organisations")!;
        Assert.Contains(producer, card.QuerySelectorAll("dt").Select(part => part.TextContent));
        Assert.Contains(rows, card.QuerySelectorAll("dd").Select(part => part.Words()));
        Assert.Contains("/api/v1/organisations.csv", card.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Data_EveryDownload_Answers()
    {
        var (_, page) = await site.GetAsync("/donnees");
        using var visitor = site.Visitor();

        foreach (var link in page.QuerySelectorAll(".data-set__downloads a"))
        {
            var response = await visitor.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);

            Assert.True(response.StatusCode == HttpStatusCode.OK, link.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("/mentions-legales", "Éditeur : non renseigné par le service qui exploite ce site (réglage « Operator:Publisher »)")]
    [InlineData("/en/mentions-legales", "Publisher: not yet given by the service running this site (“Operator:Publisher” setting)")]
    [InlineData("/accessibilite", "Contact : non renseigné par le service qui exploite ce site (réglage « Operator:Contact »)")]
    public async Task Statement_WithoutOperator_SaysWhatIsMissing(string address, string sentence)
    {
        var (_, page) = await site.GetAsync(address);

        Assert.Contains(sentence, page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("{", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_WithOperator_NamesItWithoutTrustingItsText()
    {
        await using var app = await WebApp.WithAsync([], new WebAppOptions
        {
            Services = services => services.Configure<OperatorSettings>(settings =>
            {
                settings.Publisher = "Rectorat <de Nantes>";
                settings.Contact = "campus@ac-nantes.example";
                settings.Host = "https://hebergeur.example/";
            }),
        });
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync("/mentions-legales", TestContext.Current.CancellationToken)).ReadPageAsync();

        Assert.Contains("Éditeur : Rectorat <de Nantes>", page.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='mailto:campus@ac-nantes.example']"));
        Assert.NotNull(page.QuerySelector("main a[href='https://hebergeur.example/']"));
    }
}
