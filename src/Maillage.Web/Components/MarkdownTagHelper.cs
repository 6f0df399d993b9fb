using Ganss.Xss;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;markdown text="@article.Body" under="2" /&gt;</c>: what people write at length, as the page shows it. Its headings begin
/// under that of the page; nothing runs, nothing is loaded from elsewhere, and only addresses of the web and of mail are followed.
/// </summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();

    /// <summary>What the rendering may hold, judged again after it was made.</summary>
    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td",
        },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
    });

    public LocalizedText? Text { get; set; }

    /// <summary>Level of the heading under which the text stands.</summary>
    public int Under { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "markdown");
        if (Text is not { } text)
        {
            return;
        }

        if (text.FallsBack(Language.Current))
        {
            output.Attributes.SetAttribute("lang", "fr");
        }

        output.Content.SetHtmlContent(Render(text.In(Language.Current), Under));
    }

    /// <summary>HTML without anything that runs.</summary>
    internal static string Render(string markdown, int under)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        // However many signs people begin with, a heading is one level under what it stands in.
        var headings = document.Descendants<HeadingBlock>().ToList();
        var (highest, last) = (headings.Select(heading => heading.Level).DefaultIfEmpty(1).Min(), under);
        foreach (var heading in headings)
        {
            last = heading.Level = Math.Min(Math.Min(6, last + 1), under + 1 + heading.Level - highest);
        }

        return Sanitizer.Sanitize(document.ToHtml(Pipeline));
    }
}
