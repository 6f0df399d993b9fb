using Maillage.TestKit;
using Maillage.Web.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(StarterSite))]

namespace Maillage.Web.Tests;

/// <summary>The product with the starter facts, started once for all the tests that only read.</summary>
public sealed class StarterSite : IAsyncLifetime
{
    public WebApp App { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await WebApp.WithStarterAsync();
        Client = App.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}
