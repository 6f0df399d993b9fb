using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Publishing;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Publishing;

/// <summary>A page of the site as a report shows it; <c>/</c> is the site as a whole.</summary>
/// <param name="Path">Without language.</param>
/// <param name="Name">What the page is called; null when it shows nothing that we know by name.</param>
public sealed record ReportedPage(string Path, string? Name)
{
    public static readonly ReportedPage Site = new("/", null);
}

/// <summary>Says how the page behind an address is called.</summary>
public sealed class PageNames(CurrentRegister register, CurrentCatalogue catalogue, OrganisationDirectory organisations, Texts texts)
{
    public async Task<ReportedPage> OfAsync(string? address, CancellationToken ct)
    {
        var path = FactReport.PageOf(Language.WithoutPrefix(address));
        return new ReportedPage(path, await NameAsync(path.Trim('/').Split('/'), ct));
    }

    private async Task<string?> NameAsync(string[] path, CancellationToken ct) => path switch
    {
        ["campus", var slug] => (await register.GetAsync(ct)).Campus(slug)?.Name,
        ["regions", var slug] => (await register.GetAsync(ct)).Region(slug)?.Name,
        ["organisations", var slug] => await organisations.FindAsync(slug, ct) is [var organisation] ? organisation.Name : null,
        ["formations", "comparer"] => texts["catalogue.compare.title"],
        ["formations", var slug] => (await catalogue.GetAsync(ct)).Qualification(slug)?.Name,
        ["metiers", var rome] => (await catalogue.GetAsync(ct)).Occupation(rome)?.Name.In(Language.Current),
        ["campus"] => texts["site.nav.campuses"],
        ["formations"] => texts["site.nav.qualifications"],
        ["metiers"] => texts["site.nav.occupations"],
        ["regions"] => texts["site.nav.regions"],
        ["organisations"] => texts["site.nav.organisations"],
        ["labels"] => texts["site.nav.labels"],
        ["donnees"] => texts["site.nav.data"],
        ["glossaire"] => texts["site.nav.glossary"],
        ["accessibilite"] => texts["site.accessibility.title"],
        ["mentions-legales"] => texts["site.footer.legal"],
        _ => null,
    };
}
