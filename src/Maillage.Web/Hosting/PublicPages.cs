using Maillage.Catalogue.Register;
using Maillage.Data;
using Maillage.Network;
using Maillage.Network.Register;
using Maillage.Publishing.Articles;
using Maillage.Web.Pages.Publishing.Articles;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Hosting;

/// <summary>A public page by its path without language, and when it last changed, where that is known.</summary>
public readonly record struct PublicPage(string Path, DateTime? ChangedAt = null);

/// <summary>Every public page: the fixed ones, and one for each thing that has a page of its own.</summary>
public sealed class PublicPages(CurrentRegister currentRegister, CurrentCatalogue currentCatalogue, ReadArticles articles, MaillageDb db)
{
    private static readonly string[] Fixed =
        ["/", "/campus", "/formations", "/metiers", "/parcours", "/regions", "/organisations", "/labels", "/actualites", "/glossaire", "/donnees", "/accessibilite", "/mentions-legales"];

    public async Task<IReadOnlyList<PublicPage>> ReadAsync(CancellationToken ct)
    {
        var register = await currentRegister.GetAsync(ct);
        var catalogue = await currentCatalogue.GetAsync(ct);
        var organisations = await db.Organisations.OrderBy(row => row.Slug).Select(row => new { row.Slug, row.UpdatedAt }).ToListAsync(ct);
        var news = await articles.AddressesAsync(ct);
        return
        [
            .. Fixed.Select(path => new PublicPage(path)),
            .. register.Campuses.Select(campus => new PublicPage($"/campus/{campus.Slug}", campus.UpdatedAt)),
            .. news.Select(row => new PublicPage($"{NewsModel.AddressOf(register.Campus(row.CampusId)!.Slug)}/{row.Slug}", row.UpdatedAt)),
            .. register.Regions.Select(region => new PublicPage($"/regions/{region.Slug}")),
            .. catalogue.Qualifications.Select(qualification => new PublicPage($"/formations/{qualification.Slug}")),
            .. catalogue.Occupations.Select(occupation => new PublicPage($"/metiers/{occupation.Rome}")),
            .. organisations.Select(row => new PublicPage($"/organisations/{row.Slug}", row.UpdatedAt)),
        ];
    }
}
