using System.Text;
using Maillage.Shared;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Maillage.Web.Pages.Site;

/// <summary>A word of the product, in both languages.</summary>
public sealed record GlossaryTerm(string Anchor, LocalizedText Name, LocalizedText Definition)
{
    /// <summary>What a search looks through, folded.</summary>
    internal string FoldedSearch { get; } = FoldedText.Of($"{Name.Fr} {Name.En} {Definition.Fr} {Definition.En}");
}

/// <summary>The words of one theme.</summary>
public sealed record GlossaryTheme(string Anchor, LocalizedText Title, IReadOnlyList<GlossaryTerm> Terms);

/// <summary>
/// The words of the product, read once from GLOSSARY.md: a theme a heading (« French · English »), a term a row
/// (term, code, definition, English term, English definition).
/// </summary>
public sealed class Glossary(IReadOnlyList<GlossaryTheme> themes)
{
    public const int TextMaxLength = 100;

    private const int Columns = 5;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public IReadOnlyList<GlossaryTheme> Themes { get; } = themes;

    /// <exception cref="FormatException">A row has not its five columns.</exception>
    public static Glossary Parse(string markdown)
    {
        var themes = new List<GlossaryTheme>();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        LocalizedText? title = null;
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                title = InBoth(TextOf(heading));
            }
            else if (block is Table table && title is not null)
            {
                var anchor = Anchor(title.Fr, anchors);
                themes.Add(new GlossaryTheme(anchor, title, [.. table.OfType<TableRow>().Where(row => !row.IsHeader).Select(row => Term(row, anchors))]));
            }
        }

        return new Glossary(themes);
    }

    /// <summary>Themes with the terms that hold every word, in either language; all of them without a text.</summary>
    public IReadOnlyList<GlossaryTheme> Search(string? text)
    {
        var words = FoldedText.Words(text);
        return
        [
            .. Themes
                .Select(theme => theme with { Terms = [.. theme.Terms.Where(term => words.All(word => term.FoldedSearch.Contains(word, StringComparison.Ordinal)))] })
                .Where(theme => theme.Terms.Count > 0),
        ];
    }

    private static GlossaryTerm Term(TableRow row, HashSet<string> anchors)
    {
        var cells = row.OfType<TableCell>().Select(TextOf).ToList();
        return cells.Count == Columns
            ? new GlossaryTerm(Anchor(cells[0], anchors), new LocalizedText(cells[0], cells[3]), new LocalizedText(cells[2], cells[4]))
            : throw new FormatException($"The glossary has a row of {cells.Count} columns instead of {Columns}: '{cells.FirstOrDefault()}'.");
    }

    private static string Anchor(string text, HashSet<string> anchors)
    {
        var anchor = Slug.Unique(text, anchors.Contains);
        anchors.Add(anchor);
        return anchor;
    }

    private static LocalizedText InBoth(string heading) =>
        heading.Split(" · ", 2) is [var french, var english] ? new LocalizedText(french, english) : new LocalizedText(heading);

    private static string TextOf(TableCell cell) => string.Join(' ', cell.OfType<LeafBlock>().Select(TextOf));

    /// <summary>Words of a heading or a paragraph, without their markup.</summary>
    internal static string TextOf(LeafBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants<LeafInline>() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => " ",
                _ => "",
            });
        }

        return text.ToString().Trim();
    }
}
