using Maillage.Access.Rights;
using Maillage.Publishing;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Xunit;

namespace Maillage.Web.Tests.Publishing;

public sealed class ReportsPageTests
{
    [Fact]
    public async Task Report_ThatWaits_IsAboutAPageByItsName()
    {
        var a = new TestData();
        var campus = a.Campus(x => x.Named("Nautisme"));
        var school = a.Organisation(x => x.Named("Lycée Livet"));
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), campus, school, About($"/campus/{campus.Slug}"), About($"/organisations/{school.Slug}"), About("/organisations/inconnue"), About("/glossaire"), About("/"),
        ]);
        using var administrator = await app.AsAsync(a, Role.Administrator, Scope.National);

        var page = await administrator.PageAsync("/espace/signalements");

        Assert.Equal(
            ["/organisations/inconnue", "Glossaire", "Lycée Livet", "L’ensemble du site", "Nautisme"],
            page.QuerySelectorAll("main article h2").Select(title => title.TextContent).Order(StringComparer.Ordinal));
    }

    private static FactReport About(string page) =>
        new() { Page = page, Message = "Ce qui est dit est faux.", Language = "fr", SentAt = TestData.Clock().GetUtcNow().UtcDateTime };
}
