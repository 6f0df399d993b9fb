namespace Maillage.Web.Api;

/// <summary>The open data of the catalogue: what can be learnt, where, and to do what.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        routes.MapQualifications();
        routes.MapTrainingOffers();
        routes.MapOccupations();
        routes.MapPathways();
        routes.MapEnrolment();
    }
}
