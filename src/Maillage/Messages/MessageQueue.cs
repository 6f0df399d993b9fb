using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Messages;

/// <summary>What was written and what became of it; who follows it may send again what did not arrive, or withdraw what waits.</summary>
public sealed class MessageQueue(MaillageDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<IReadOnlyDictionary<MessageState, int>> CountAsync(CancellationToken ct)
    {
        var counts = await db.OutgoingMessages.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return Enum.GetValues<MessageState>().ToDictionary(state => state, state => counts.GetValueOrDefault(state));
    }

    /// <summary>The latest first, without what their words are filled with.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ReadAsync(MessageState? state, int page, CancellationToken ct) =>
        await db.OutgoingMessages.AsNoTracking().Where(row => state == null || row.State == state)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.OutgoingMessageId)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);

    /// <exception cref="NotFound">No message has this identifier.</exception>
    public async Task<Result> SendAgainAsync(Author author, Guid messageId, CancellationToken ct)
    {
        var message = await FindAsync(messageId, ct);
        if (message is not { State: MessageState.Refused or MessageState.Uncertain, Content: not null })
        {
            return MessagesProblems.NotToBeSentAgain;
        }

        (message.State, message.NextAttemptAt, message.FinishedAt, message.Attempts) = (MessageState.Waiting, clock.UtcNow(), null, 0);
        return await SaveAsync(author.Doing(MessagesActs.SentAgain), message, ct);
    }

    /// <exception cref="NotFound">No message has this identifier.</exception>
    public async Task<Result> CancelAsync(Author author, Guid messageId, CancellationToken ct)
    {
        var message = await FindAsync(messageId, ct);
        if (message.State != MessageState.Waiting)
        {
            return MessagesProblems.NotWaiting;
        }

        (message.State, message.FinishedAt, message.Content) = (MessageState.Cancelled, clock.UtcNow(), null);
        return await SaveAsync(author.Doing(MessagesActs.Cancelled), message, ct);
    }

    private async Task<OutgoingMessage> FindAsync(Guid messageId, CancellationToken ct) =>
        await db.OutgoingMessages.SingleOrDefaultAsync(row => row.OutgoingMessageId == messageId, ct) ?? throw new NotFound("The message");

    private async Task<Result> SaveAsync(Act act, OutgoingMessage message, CancellationToken ct)
    {
        db.Trace(act, clock, AuditChange.Modified, message);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A node took it meanwhile.
            return MessagesProblems.NotWaiting;
        }
    }
}
