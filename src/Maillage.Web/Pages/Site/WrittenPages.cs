using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Maillage.Web.Hosting;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Maillage.Web.Pages.Site;

/// <summary>A text written at length, ready to be shown under its title.</summary>
public sealed record WrittenPage(string Title, IHtmlContent Body);

/// <summary>
/// The texts of <c>Content/</c>, one file a language, rendered once. What the operator says of itself takes the place of
/// <c>{publisher}</c>, <c>{contact}</c> and <c>{host}</c>; what it has not said is shown as missing.
/// </summary>
public sealed partial class WrittenPages(SiteOperator siteOperator, Texts texts, HtmlEncoder encoder)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Content");

    private readonly ConcurrentDictionary<(string Name, string Language), (string Title, string Body)> _pages = new();

    /// <summary>The text of that name in the language of the request.</summary>
    public async Task<WrittenPage> ReadAsync(string name, CancellationToken ct)
    {
        var (title, body) = _pages.GetOrAdd((name, Language.Current), key => Render(key.Name, key.Language));
        var said = await siteOperator.ReadAsync(ct);
        // In one pass: what stands in one value is never taken for the place of another.
        return new WrittenPage(title, new HtmlString(Place().Replace(body, place => place.Value switch
        {
            "{publisher}" => Said(said.Publisher, nameof(OperatorSettings.Publisher)),
            "{contact}" => Said(said.Contact, nameof(OperatorSettings.Contact)),
            _ => Said(said.Host, nameof(OperatorSettings.Host)),
        })));
    }

    private static (string Title, string Body) Render(string name, string language)
    {
        var document = Markdown.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.{language}.md")));
        var title = "";
        if (document.FirstOrDefault() is HeadingBlock { Level: 1 } heading)
        {
            title = Glossary.TextOf(heading);
            document.Remove(heading);
        }

        return (title, document.ToHtml());
    }

    private string Said(string? value, string setting)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return $"<strong>{encoder.Encode(texts["site.operator.unset", $"{OperatorSettings.Section}:{setting}"])}</strong>";
        }

        var text = encoder.Encode(value.Trim());
        return Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? $"<a href=\"{text}\">{text}</a>"
            : value.Contains('@', StringComparison.Ordinal) && !value.Trim().Contains(' ', StringComparison.Ordinal) ? $"<a href=\"mailto:{text}\">{text}</a>"
            : text;
    }

    [GeneratedRegex(@"\{(?:publisher|contact|host)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
