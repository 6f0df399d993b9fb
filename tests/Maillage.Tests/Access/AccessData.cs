using Maillage.Data;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Maillage.Tests.Access;

/// <summary>The operations of the module over a database of the test and a clock that it moves.</summary>
public abstract class AccessData : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private ServiceProvider _services = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected TestData A { get; } = new();

    protected FakeTimeProvider Clock { get; } = TestData.Clock();

    public async ValueTask InitializeAsync()
    {
        _data = await TestDatabase.CreateAsync();
        _services = _data.NewServices(Clock);
        await ArrangeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _data.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual Task ArrangeAsync() => Task.CompletedTask;

    protected MaillageDb NewContext() => _data.NewContext();

    protected Task SaveAsync(params IEnumerable<object> entities) => _data.SaveAsync(entities);

    /// <summary>Calls an operation in a scope of its own, as a request does.</summary>
    protected async Task<TResult> WithAsync<TOperation, TResult>(Func<TOperation, Task<TResult>> call) where TOperation : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TOperation>());
    }
}
