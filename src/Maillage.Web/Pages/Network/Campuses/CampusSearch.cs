using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Network.Campuses;

/// <summary>The filters of the directory, as its address writes them.</summary>
public static class CampusSearch
{
    public static CampusFilter Campuses(this AddressFilters address, NetworkRegister register, Texts texts) => new()
    {
        AsOf = address.Day("date"),
        Region = address.Known("region", texts["network.search.region"], register.Regions.Select(region => region.Code)),
        Academie = address.Known("academy", texts["network.search.academy"], register.Academies.Select(academie => academie.Code)),
        Sector = address.Known("sector", texts["network.search.sector"], register.Sectors.Select(sector => sector.Code)),
        Category = EnumCode.TryParse<LabelCategory>(
            address.Known("category", texts["network.search.category"], EnumCode.All<LabelCategory>()), out var category) ? category : null,
        AnyState = address.Known("status", texts["network.search.status"], ["all"]) is not null,
        Text = address.Text("q", CampusFilter.TextMaxLength),
    };
}
