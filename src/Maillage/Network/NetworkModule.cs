using Maillage.Data;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Network.Starter;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Network;

/// <summary>The operations and queries of the module: its table of contents.</summary>
public static class NetworkModule
{
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services
        .AddSingleton<RevisionReader>()
        .AddSingleton<CurrentRegister>()
        .AddScoped<LoadNetworkStarter>()
        .AddScoped<OrganisationSearch>()
        .AddScoped<OrganisationDirectory>()
        .AddScoped<CampusMembers>();
}
