using Maillage.Data;
using Maillage.Network.Starter;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Maillage.TestKit;

/// <summary>
/// The product itself, started by its own entry point over a database and a clock of the test. In memory by default;
/// <see cref="Listening"/> serves on a free port of the loopback, for browsers.
/// </summary>
public sealed class WebApp : WebApplicationFactory<Program>
{
    /// <summary>No test but those of the limit itself should meet it.</summary>
    private const int NoLimit = 1_000_000;

    private readonly string _state = Directory.CreateTempSubdirectory("maillage-web-").FullName;
    private readonly TestDatabase _database;
    private Action<IServiceCollection>? _services;

    private WebApp(TestDatabase database) => _database = database;

    /// <summary>The clock of the product: it stands still on <see cref="TestData.Today"/> until the test moves it.</summary>
    public FakeTimeProvider Clock { get; } = TestData.Clock();

    public TestDatabase Data => _database;

    /// <summary>Address of the site.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>With the starter facts, as a first start shows them.</summary>
    /// <summary>With the starter facts, as a first start shows them.</summary>
    public static async Task<WebApp> WithStarterAsync()
    {
        var app = new WebApp(await TestDatabase.CreateAsync());
        await using var db = app.NewContext();
        var outcome = await new LoadNetworkStarter(db, app.Clock)
            .ExecuteAsync(Repository.Starter, Path.Combine(MaillageHost.DataFolder, "prepared"), CancellationToken.None);
        return outcome.Problems.Count == 0 ? app : throw new InvalidOperationException(outcome.Problems[0].ToString());
    }

    /// <summary>With these entities alone.</summary>
    public static async Task<WebApp> WithAsync(params IEnumerable<object> entities)
    {
        var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(entities);
        return new WebApp(database);
    }

    /// <summary>Changes what the host is made of.</summary>
    public WebApp With(Action<IServiceCollection> services)
    {
        _services += services;
        return this;
    }

    /// <summary>On a free port, for a browser.</summary>
    public WebApp Listening()
    {
        UseKestrel(0);
        StartServer();
        return this;
    }

    public MaillageDb NewContext() => _database.NewContext();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("state", _state);
        builder.UseSetting("database", _database.Database.ConnectionString);
        builder.UseStaticWebAssets();
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<ApiLimits>(limits => limits.Requests = NoLimit);
            _services?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_state, recursive: true);
    }
}
