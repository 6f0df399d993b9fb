using System.Data.Common;
using Maillage.Search;

namespace Maillage.Web.Hosting;

/// <summary>Keeps the index of the search up with the database, whoever wrote there: this node, another, a command.</summary>
public sealed partial class SearchFollowing(CurrentSearchIndex index, ILogger<SearchFollowing> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Until the site stops: the former index stays whole on the disk, what was being written is written at the next start.</summary>
    public Task RunAsync(CancellationToken stopping) => Turns.RunAsync(TimeSpan.Zero, Pause, FollowAsync, stopping);

    private async Task FollowAsync(CancellationToken ct)
    {
        try
        {
            if (await index.FollowAsync(ct) is { } changes)
            {
                LogFollowed(changes.Written, changes.Removed, changes.Documents);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            // A full disk, a database that does not answer: the former index still serves, and the next turn tries again.
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index followed: {Written} written, {Removed} removed, {Documents} in all.")]
    private partial void LogFollowed(int written, int removed, int documents);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not follow the database.")]
    private partial void LogFailed(Exception exception);
}
