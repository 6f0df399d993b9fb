using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Maillage.Messages;
using Maillage.Messages.Delivery;
using Maillage.Messages.Notifications;
using Maillage.Web.Pages.Messages;

namespace Maillage.Web.Hosting.Messages;

/// <summary>
/// Messages in the words of the resources: <c>kind.subject</c>, <c>kind.text</c> whose paragraphs are lines, and
/// <c>kind.button</c> for what their button opens. What people have typed is text in them, never HTML.
/// </summary>
public sealed class MessageWriter(Texts texts, SiteAddress site, SiteOperator siteOperator, NotificationPreferences preferences) : IMessageWriter
{
    public async Task<WrittenMessage> WriteAsync(OutgoingMessage message, IReadOnlyList<MessageItem> items, CancellationToken ct) =>
        Write(message, items, (await siteOperator.ReadAsync(ct)).Publisher);

    private WrittenMessage Write(OutgoingMessage message, IReadOnlyList<MessageItem> items, string? publisher)
    {
        var (culture, interfaceCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.CultureOf(message.Language);
        try
        {
            var unsubscribe = message is { Topic: { } topic, AccountId: { } accountId }
                ? site.Of(message.Language, UnsubscribeModel.Address + QueryString.Create(UnsubscribeModel.TokenName, preferences.TokenOf(accountId, topic)))
                : null;
            var subject = message.Kind == SendDigests.Kind ? texts.Count("messages.digest.subject", items.Count) : texts[$"{items[0].Kind}.subject", Arguments(items[0])];
            var sections = items.Select(item => SectionOf(item, message.Language)).ToList();
            string[] foot = [texts["messages.foot", publisher ?? texts["site.name"]], .. unsubscribe is null ? [] : new[] { texts["messages.foot_topic", texts.Of("messages.topic", message.Topic!.Value)] }];
            return new WrittenMessage(OneLine(subject), TextOf(sections, foot, unsubscribe), HtmlOf(message.Language, subject, sections, foot, unsubscribe), unsubscribe);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
        }
    }

    private Section SectionOf(MessageItem item, string language) => new(
        texts[$"{item.Kind}.text", Arguments(item)].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        item.Path is null ? null : (texts[$"{item.Kind}.button"], site.Of(language, item.Path)));

    private object[] Arguments(MessageItem item) => [.. item.Arguments.Select(argument => argument.IsCode ? texts[argument.Text] : OneLine(argument.Text))];

    /// <summary>A name with a line break in it would begin a header or a paragraph of its own.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static string TextOf(List<Section> sections, string[] foot, string? unsubscribe)
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            text.AppendJoin("\n\n", section.Paragraphs).Append("\n\n");
            if (section.Button is var (label, address))
            {
                text.Append(label).Append(":\n").Append(address).Append("\n\n");
            }
        }

        text.Append("-- \n").AppendJoin('\n', foot);
        return (unsubscribe is null ? text : text.Append('\n').Append(unsubscribe)).Append('\n').ToString();
    }

    // Mail readers know little of style sheets: the few rules stand on the elements.
    private string HtmlOf(string language, string subject, List<Section> sections, string[] foot, string? unsubscribe) => $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(subject)}</title></head>
        <body style="margin:0;padding:24px;background:#f6f6f6;color:#161616;font:16px/1.5 Arial,sans-serif">
        <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-top:4px solid #000091">
        <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">{Encode(subject)}</h1>
        {string.Concat(sections.Select(SectionHtml))}</div>
        <div style="max-width:560px;margin:16px auto;padding:0 24px;color:#555;font-size:13px">
        {string.Concat(foot.Select(line => $"<p style=\"margin:0 0 8px\">{Encode(line)}</p>\n"))}{(unsubscribe is null ? "" : Link(unsubscribe, texts["messages.unsubscribe"], "color:#000091"))}
        </div>
        </body>
        </html>
        """;

    private static string SectionHtml(Section section) =>
        string.Concat(section.Paragraphs.Select(paragraph => $"<p style=\"margin:0 0 16px\">{Encode(paragraph)}</p>\n"))
        + (section.Button is var (label, address)
            ? $"<p style=\"margin:0 0 24px\">{Link(address, label, "display:inline-block;padding:10px 16px;background:#000091;color:#fff;text-decoration:none")}</p>\n"
            : "");

    private static string Link(string address, string text, string style) => $"<a href=\"{Encode(address)}\" style=\"{style}\">{Encode(text)}</a>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Section(string[] Paragraphs, (string Label, string Address)? Button);
}
