using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;
using Maillage.Network.Organisations.Imports;
using Maillage.Network.Register;
using Maillage.Network.Starter;
using Maillage.Network.Territories;
using Maillage.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Network;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class NetworkModule
{
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services
        .AddSingleton<CurrentRegister>()
        .AddSingleton<CurrentGazetteer>()
        .AddScoped<NetworkPerimeters>()
        .AddScoped<IScopeDirectory>(services => services.GetRequiredService<NetworkPerimeters>())
        .AddScoped<LoadNetworkStarter>()
        .AddScoped<OrganisationSearch>()
        .AddScoped<OrganisationDirectory>()
        .AddScoped<OrganisationPlaces>()
        .AddScoped<CampusMembers>()
        .AddScoped<CampusesOfActor>()
        .AddScoped<OpenCampus>()
        .AddScoped<EditAxes>()
        .AddScoped<MergeOrganisations>()
        .AddScoped<EditOrganisation>()
        .AddScoped<OrganisationsOfActor>()
        .AddScoped<CorrectionLinks>()
        .AddScoped<SettleProposal>()
        .AddScoped<WaitingProposals>()
        .AddScoped<ISearchSource, CampusDocuments>()
        .AddScoped<ISearchSource, OrganisationDocuments>()
        .AddScoped<ISearchSource, RegionDocuments>();
}
