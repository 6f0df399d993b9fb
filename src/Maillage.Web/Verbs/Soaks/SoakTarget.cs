using Maillage.Data;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>A state that nothing was written to yet, and how to get rid of it.</summary>
public sealed record SoakTarget(string State, Database Database, Func<ValueTask> DropAsync) : IAsyncDisposable
{
    public static Task<SoakTarget> NewSqlite()
    {
        var generated = new GeneratedState();
        return Task.FromResult(new SoakTarget(generated.State, generated.Database, () =>
        {
            generated.Dispose();
            return ValueTask.CompletedTask;
        }));
    }

    public ValueTask DisposeAsync() => DropAsync();
}
