using Maillage.Network.Territories;

namespace Maillage.Web.Api;

/// <summary>One of the twelve filières.</summary>
public sealed record SectorItem(string Code, string Name, string? NameEn, int? OfficialPageId, string Source);

/// <summary>A région académique, or a collectivity beside them.</summary>
public sealed record RegionItem(string Code, string Name, string Slug, AcademicRegionKind Kind, string Url, string Source);

/// <summary>An académie, current or former.</summary>
public sealed record AcademyItem(string Code, string Name, CodeName Region, bool IsCurrent, IReadOnlyList<string> Departments, string Source);

/// <summary>The short lists by which the others are filtered.</summary>
internal static class ReferencesApi
{
    public static void MapReferences(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/sectors", new ApiOperation("references", "sectors", []), (request, _) => Task.FromResult(Results.Ok(
                Paging.Whole(request.Register.Sectors, sector =>
                    new SectorItem(sector.Code, sector.Name.Fr, sector.Name.En, sector.OfficialPageId, sector.Provenance.Source)))))
            .Produces<Paged<SectorItem>>();
        routes.MapRead("/regions", new ApiOperation("references", "regions", []), (request, _) => Task.FromResult(Results.Ok(
                Paging.Whole(request.Register.Regions, region =>
                    new RegionItem(region.Code, region.Name, region.Slug, region.Kind, request.Address($"/regions/{region.Slug}"), region.Provenance.Source)))))
            .Produces<Paged<RegionItem>>();
        routes.MapRead("/academies", new ApiOperation("references", "academies", []), (request, _) => Task.FromResult(Results.Ok(
                Paging.Whole(request.Register.Academies, academie => new AcademyItem(
                    academie.Code,
                    academie.Name,
                    CodeName.Of(request.Register.Regions.First(region => region.Code == academie.RegionCode)),
                    academie.IsCurrent,
                    academie.Departments,
                    academie.Provenance.Source)))))
            .Produces<Paged<AcademyItem>>();
    }
}
