using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Maillage.Messages.Delivery;

/// <summary>
/// Hands waiting messages to the mail server, one node for each at a time. A message is marked before it is handed over: if
/// nothing is known of it afterwards, it is reported rather than sent a second time.
/// </summary>
public sealed class DeliverMessages(MaillageDb db, Post post, IMessageWriter writer, ISecretKeeper secrets, IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <summary>Longer than the mail server is given for one message.</summary>
    private readonly TimeSpan _lease = settings.Value.Patience * 1.5;

    private const int AtOnce = 100;

    /// <returns>How many messages were dealt with; none when nothing waits or the server does not answer.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.OutgoingMessages.Where(row => row.State == MessageState.Sending && row.LeaseUntil < now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MessageState.Uncertain).SetProperty(row => row.LeaseUntil, (DateTime?)null)
                .SetProperty(row => row.FinishedAt, (DateTime?)now), ct);
        var due = await db.OutgoingMessages.Where(row => row.State == MessageState.Waiting && row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt).Select(row => row.OutgoingMessageId).Take(AtOnce).ToListAsync(ct);
        var dealt = 0;
        foreach (var messageId in due)
        {
            if (ct.IsCancellationRequested || !await post.IsReachedAsync(ct))
            {
                break;
            }

            dealt += await DeliverAsync(messageId, ct) ? 1 : 0;
        }

        return dealt;
    }

    private async Task<bool> DeliverAsync(Guid messageId, CancellationToken ct)
    {
        DateTime? lease = clock.UtcNow() + _lease;
        var taken = await db.OutgoingMessages.Where(row => row.OutgoingMessageId == messageId && row.State == MessageState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MessageState.Sending).SetProperty(row => row.LeaseUntil, lease).SetProperty(row => row.Attempts, row => row.Attempts + 1), ct);
        if (taken == 0)
        {
            return false;
        }

        // From here to the answer nothing is given up half-way: what was begun is settled, even while the site stops.
        var message = await db.OutgoingMessages.AsNoTracking().SingleAsync(row => row.OutgoingMessageId == messageId, CancellationToken.None);
        if (MessageContent.Read(secrets, message.Content) is not { } items)
        {
            // The keys with which it was written are gone: nobody can read it any more.
            await SettleAsync(message, PostOutcome.Refused, null);
            return true;
        }

        var (outcome, reply) = await post.SendAsync(message, await writer.WriteAsync(message, items, ct), ct);
        await SettleAsync(message, outcome, reply);
        return true;
    }

    private Task<int> SettleAsync(OutgoingMessage message, PostOutcome outcome, string? reply)
    {
        var now = clock.UtcNow();
        var next = outcome == PostOutcome.NotTaken ? OutgoingMessage.NextAttemptAfter(message.Attempts, now) : null;
        var state = outcome switch
        {
            PostOutcome.Delivered => MessageState.Delivered,
            PostOutcome.Uncertain => MessageState.Uncertain,
            _ => next is null ? MessageState.Refused : MessageState.Waiting,
        };
        var words = reply is { Length: > OutgoingMessage.ReplyMaxLength } ? reply[..OutgoingMessage.ReplyMaxLength] : reply;
        return db.OutgoingMessages.Where(row => row.OutgoingMessageId == message.OutgoingMessageId && row.State == MessageState.Sending && row.LeaseUntil == message.LeaseUntil)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state)
                    .SetProperty(row => row.NextAttemptAt, next ?? message.NextAttemptAt)
                    .SetProperty(row => row.LeaseUntil, (DateTime?)null)
                    .SetProperty(row => row.FinishedAt, next is null ? now : null)
                    .SetProperty(row => row.Content, state == MessageState.Delivered ? null : message.Content)
                    .SetProperty(row => row.Reply, words),
                CancellationToken.None);
    }
}
