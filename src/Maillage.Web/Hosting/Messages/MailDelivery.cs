using System.Data.Common;
using Maillage.Messages.Delivery;
using Maillage.Messages.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Maillage.Web.Hosting.Messages;

/// <summary>Sends what waits, turn after turn, while the site runs and a mail server is set.</summary>
public sealed partial class MailDelivery(IServiceScopeFactory scopes, IOptions<MailSettings> settings, ILogger<MailDelivery> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Until the site stops.</summary>
    public Task RunAsync(CancellationToken stopping)
    {
        if (settings.Value.IsSet)
        {
            return Turns.RunAsync(TimeSpan.Zero, Pause, SendAsync, stopping);
        }

        LogUnset();
        return Task.CompletedTask;
    }

    private async Task SendAsync(CancellationToken ct)
    {
        try
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<SendDigests>().ExecuteAsync(ct);
            }

            int sent;
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                sent = await scope.ServiceProvider.GetRequiredService<DeliverMessages>().ExecuteAsync(ct);
            }
            while (sent > 0);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or IOException)
        {
            // A database that does not answer: what waits stays there, and the next turn tries again.
            LogFailed(exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No mail server is set (Mail:Host): messages wait.")]
    private partial void LogUnset();

    // The name of the failure alone: its words may hold the address of a person.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages could not be sent: {Failure}.")]
    private partial void LogFailed(string failure);
}
