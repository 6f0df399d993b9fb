using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network.Register;
using Maillage.Web.Components;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Catalogue.Qualifications;

/// <summary>The filters of the list of qualifications, as its address writes them.</summary>
public static class QualificationSearch
{
    public static QualificationFilter Qualifications(this AddressFilters address, NetworkRegister register, NationalCatalogue catalogue, Texts texts)
    {
        var campus = address.Known("campus", texts["catalogue.search.campus"], register.Campuses.Select(row => row.Slug));
        return new QualificationFilter
        {
            Text = address.Text("q", QualificationFilter.TextMaxLength),
            Level = address.Known("level", texts["catalogue.search.level"], CatalogueWords.Levels) is { } level ? level[0] - '0' : null,
            Sector = address.Known("sector", texts["network.search.sector"], register.Sectors.Select(sector => sector.Code)),
            Mode = address.OneOf<TrainingMode>("mode", texts["catalogue.search.mode"]),
            Region = address.Known("region", texts["network.search.region"], register.Regions.Select(region => region.Code)),
            Of = campus is null ? null : CampusOffer.Of(catalogue, register.Campus(campus)!),
        };
    }
}
