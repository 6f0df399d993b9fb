using Maillage.Data;
using Maillage.Catalogue.Starter;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Maillage.TestKit;

/// <summary>How one <see cref="WebApp"/> differs from the ordinary one.</summary>
public sealed record WebAppOptions
{
    /// <summary>On a free port of the loopback, for a browser, instead of in memory.</summary>
    public bool Listens { get; init; }

    /// <summary>Settings of the operator.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Changes what the host is made of.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>The product over a database and a clock of the test: the services and the pipeline that <c>serve</c> starts.</summary>
public sealed class WebApp : IAsyncDisposable
{
    /// <summary>No test but those of the limit itself should meet it.</summary>
    private const int NoLimit = 1_000_000;

    private readonly string _state;
    private readonly WebApplication _app;
    private readonly bool _listens;

    private WebApp(string state, WebApplication app, bool listens, TestDatabase data, FakeTimeProvider clock) =>
        (_state, _app, _listens, Data, Clock) = (state, app, listens, data, clock);

    public TestDatabase Data { get; }

    /// <summary>The clock of the product: it stands still on <see cref="TestData.Today"/> until the test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Address of the site.</summary>
    public Uri Address => _listens ? new Uri(_app.Urls.First()) : _app.GetTestServer().BaseAddress;

    /// <summary>With the starter facts, as a first start shows them.</summary>
    public static async Task<WebApp> WithStarterAsync(WebAppOptions? options = null)
    {
        var data = await TestDatabase.CreateAsync();
        await using (var services = data.NewServices())
        await using (var scope = services.CreateAsyncScope())
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<LoadStarter>()
                .ExecuteAsync(Repository.Starter, Path.Combine(MaillageHost.DataFolder, "prepared"), CancellationToken.None);
            if (outcome.Problems.Count > 0)
            {
                throw new InvalidOperationException(outcome.Problems[0].ToString());
            }
        }

        return await StartAsync(data, options);
    }

    /// <summary>With these entities alone.</summary>
    public static async Task<WebApp> WithAsync(IEnumerable<object> entities, WebAppOptions? options = null)
    {
        var data = await TestDatabase.CreateAsync();
        await data.SaveAsync(entities);
        return await StartAsync(data, options);
    }

    public MaillageDb NewContext() => Data.NewContext();

    /// <summary>A visitor of its own, who keeps cookies and follows no redirection by itself.</summary>
    public HttpClient NewClient() => new(
        _listens
            ? new HttpClientHandler { AllowAutoRedirect = false }
            : new CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() })
    {
        BaseAddress = Address,
    };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Data.DisposeAsync();
        Directory.Delete(_state, recursive: true);
    }

    private static async Task<WebApp> StartAsync(TestDatabase data, WebAppOptions? options)
    {
        var state = Directory.CreateTempSubdirectory("maillage-web-").FullName;
        var clock = TestData.Clock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(options?.Settings ?? new Dictionary<string, string?>(StringComparer.Ordinal));
        builder.AddMaillage(new HostSettings { Urls = "http://127.0.0.1:0", State = state, Database = data.Database });
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<ApiLimits>(limits => limits.Requests = NoLimit);
        var listens = options is { Listens: true };
        if (!listens)
        {
            builder.WebHost.UseTestServer();
        }

        options?.Services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseMaillage();
        await app.StartAsync();
        return new WebApp(state, app, listens, data, clock);
    }
}
