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
    public async Task<ReportedPage> OfAsync(string? address, CancellationToken ct) => (await OfAsync([address], ct))[0];

    /// <summary>The same for several, in their order, with one reading for all of them.</summary>
    public async Task<IReadOnlyList<ReportedPage>> OfAsync(IReadOnlyList<string?> addresses, CancellationToken ct)
    {
        var paths = addresses.Select(address => FactReport.PageOf(Language.WithoutPrefix(address))).Select(path => (Path: path, Parts: path.Trim('/').Split('/'))).ToList();
        var (network, national) = (await register.GetAsync(ct), await catalogue.GetAsync(ct));
        var named = await organisations.NamesAsync([.. paths.Where(path => path.Parts is ["organisations", _]).Select(path => path.Parts[1]).Distinct(StringComparer.Ordinal)], ct);
        return [.. paths.Select(path => new ReportedPage(path.Path, NameOf(path.Parts, network, national, named)))];
    }

    private string? NameOf(string[] path, NetworkRegister network, NationalCatalogue national, IReadOnlyDictionary<string, string> named) => path switch
    {
        ["campus", var slug] => network.Campus(slug)?.Name,
        ["regions", var slug] => network.Region(slug)?.Name,
        ["organisations", var slug] => named.GetValueOrDefault(slug),
        ["formations", "comparer"] => texts["catalogue.compare.title"],
        ["formations", var slug] => national.Qualification(slug)?.Name,
        ["metiers", var rome] => national.Occupation(rome)?.Name.In(Language.Current),
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
