namespace Maillage.Web.Api;

/// <summary>The open data of the network: who the campuses are, since when they are labelled, who makes them up.</summary>
internal static class NetworkApi
{
    public static void MapNetwork(this IEndpointRouteBuilder routes)
    {
        routes.MapCampuses();
        routes.MapLabels();
        routes.MapOrganisations();
        routes.MapOrganisationEdits();
        routes.MapReferences();
    }
}
