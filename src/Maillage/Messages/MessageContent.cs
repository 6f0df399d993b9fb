using System.Text.Json;
using Maillage.Shared;

namespace Maillage.Messages;

/// <summary>One thing that a message tells.</summary>
/// <param name="Kind">Code of its words in the resources.</param>
/// <param name="Arguments">What these words are filled with, in order: text, or the code of other words of the resources.</param>
/// <param name="Path">Page of the site, without language, that its button opens; none without a button.</param>
public sealed record MessageItem(string Kind, IReadOnlyList<MessageArgument> Arguments, string? Path = null);

/// <param name="Text">The text, or the code of a text.</param>
/// <param name="IsCode">Whether it is the code of words that are in the resources.</param>
public readonly record struct MessageArgument(string Text, bool IsCode = false)
{
    public static MessageArgument Code(string code) => new(code, true);

    public static implicit operator MessageArgument(string text) => new(text);
}

/// <summary>What the words of messages are filled with, encrypted while the database holds it.</summary>
internal static class MessageContent
{
    private const string Purpose = "Maillage.Messages.Content";

    public static string Protect(ISecretKeeper secrets, params IReadOnlyList<MessageItem> items) => secrets.Protect(Purpose, JsonSerializer.Serialize(items));

    /// <returns>Nothing when the keys with which it was written are gone.</returns>
    public static IReadOnlyList<MessageItem>? Read(ISecretKeeper secrets, string? content) =>
        content is not null && secrets.Unprotect(Purpose, content) is { } text ? JsonSerializer.Deserialize<List<MessageItem>>(text) : null;
}
