namespace Maillage.Messages.Delivery;

/// <summary>A message in words.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">For readers of plain text.</param>
/// <param name="Html">The same, as a page.</param>
/// <param name="UnsubscribeAddress">Address that stops such messages in one click; none when they cannot be stopped.</param>
public sealed record WrittenMessage(string Subject, string Text, string Html, string? UnsubscribeAddress);

/// <summary>Puts messages into the words of their recipient's language, which the web project holds.</summary>
public interface IMessageWriter
{
    Task<WrittenMessage> WriteAsync(OutgoingMessage message, IReadOnlyList<MessageItem> items, CancellationToken ct);
}
