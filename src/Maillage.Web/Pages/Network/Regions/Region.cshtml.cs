using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Network.Territories;
using Maillage.Publishing.Articles;
using Maillage.Shared;
using Maillage.Web.Components.Map;
using Maillage.Web.Components.Network;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Regions;

/// <summary>The page that a région académique publishes: its campuses with their label dates, contacts, news, last update.</summary>
public sealed class RegionModel(CurrentRegister current, OrganisationSearch organisations, ReadArticles articles, FranceMap map, TimeProvider clock) : PageModel
{
    private const int MaxAuthorities = 10;
    private const int MaxNews = 5;

    public AcademicRegion Region { get; private set; } = null!;

    public IReadOnlyList<Academie> Academies { get; private set; } = [];

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public CampusListing Listing { get; private set; } = null!;

    /// <summary>The State and Région services recorded there, which carry the campuses.</summary>
    public IReadOnlyList<Organisation> Authorities { get; private set; } = [];

    public int Organisations { get; private set; }

    /// <summary>UTC instant of the last change to one of its campuses.</summary>
    public DateTime? UpdatedAt { get; private set; }

    /// <summary>The latest of its campuses.</summary>
    public IReadOnlyList<(Article Article, CampusRecord Campus)> News { get; private set; } = [];

    public IReadOnlyList<string> Sources { get; private set; } = [];

    public DateOnly Day { get; private set; }

    public async Task OnGetAsync(string? slug, CancellationToken ct)
    {
        Day = clock.Today();
        var register = await current.GetAsync(ct);
        Region = register.Region(slug ?? "") ?? throw new NotFound("The region");
        Academies = [.. register.Academies.Where(academie => academie.RegionCode == Region.Code)];
        Departments = [.. register.Departments.Where(department => department.RegionCode == Region.Code)];
        var campuses = register.CampusesOf(Region);
        Listing = new CampusListing([.. campuses.Select(campus => campus.On(Day))], map.PlacesOf(register), map) { FitsMarkers = true };
        UpdatedAt = campuses.Count == 0 ? null : campuses.Max(campus => campus.UpdatedAt);
        Sources = [.. campuses.SelectMany(campus => campus.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Authorities = [.. await AuthoritiesAsync(OrganisationKind.State, ct), .. await AuthoritiesAsync(OrganisationKind.Region, ct)];
        var (news, _) = await articles.NewsAsync([.. campuses.Select(campus => campus.CampusId)], page: 1, MaxNews, ct);
        News = [.. news.Select(article => (article, register.Campus(article.CampusId)!))];
        Organisations = (await organisations.PageAsync(new OrganisationFilter { Region = Region.Code }, page: 1, pageSize: 1, ct)).Total;
    }

    private async Task<IEnumerable<Organisation>> AuthoritiesAsync(OrganisationKind kind, CancellationToken ct)
    {
        var found = await organisations.PageAsync(new OrganisationFilter { Region = Region.Code, Kind = kind }, page: 1, MaxAuthorities, ct);
        return found.Items.Select(item => item.Organisation);
    }
}
