using System.Data.Common;
using Maillage.Access;
using Maillage.Access.PersonalData;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Maillage.Steering.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Hosting;

/// <summary>What is done once a night while the site runs: erasing what the retention table no longer lets it hold, reminding of what is late.</summary>
public sealed partial class Nightly(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Nightly> log)
{
    private static readonly TimeOnly Hour = new(3, 0);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Until the site stops.</summary>
    public Task RunAsync(CancellationToken stopping) => Turns.RunAsync(Pause, Pause, WorkAsync, stopping);

    private async Task WorkAsync(CancellationToken ct)
    {
        if (TimeOnly.FromDateTime(clock.UtcNow().InParis()) >= Hour)
        {
            await EraseAsync(ct);
            await RemindAsync(ct);
        }
    }

    /// <summary>Nothing is told twice: the database knows of what one was reminded.</summary>
    private async Task RemindAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RemindOfDeadlines>().ExecuteAsync(ct);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            LogNotReminded(exception.GetType().Name);
        }
    }

    private async Task EraseAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var night = ParisClock.StartOf(clock.Today());
            // The trace of another node, or of a person, tells that it was done; twice would do no harm.
            if (!await scope.ServiceProvider.GetRequiredService<MaillageDb>().AuditEntries.AnyAsync(row => row.ActCode == AccessActs.ExpiredErased && row.At >= night, ct))
            {
                var erased = await scope.ServiceProvider.GetRequiredService<EraseExpired>().ExecuteAsync(Author.Product, ct);
                LogErased(erased.Values.Sum());
            }
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            LogFailed(exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} rows erased, whose time was over.")]
    private partial void LogErased(int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could be reminded of what is late: {Failure}.")]
    private partial void LogNotReminded(string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is out of time could not be erased: {Failure}.")]
    private partial void LogFailed(string failure);
}
