using System.Collections.Frozen;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;a m="button secondary"&gt;</c>: what an element is, in our words; the classes of the design system stay in this
/// one table, so that another theme replaces them without touching a page.
/// </summary>
[HtmlTargetElement("*", Attributes = Name)]
public sealed class StyleTagHelper : TagHelper
{
    private const string Name = "m";

    private static readonly FrozenDictionary<string, string> Classes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["button"] = "fr-btn",
        ["secondary"] = "fr-btn--secondary",
        ["tertiary"] = "fr-btn--tertiary",
        ["plain"] = "fr-btn--tertiary-no-outline",
        ["small"] = "fr-btn--sm",
        ["icon-search"] = "fr-icon-search-line fr-btn--icon-left",
        ["icon-download"] = "fr-icon-download-line fr-btn--icon-left",
        ["badge"] = "fr-badge fr-badge--no-icon",
        ["badge-small"] = "fr-badge fr-badge--sm fr-badge--no-icon",
        ["success"] = "fr-badge--success",
        ["info"] = "fr-badge--info",
        ["warning"] = "fr-badge--warning",
        ["new"] = "fr-badge--new",
        ["tag"] = "fr-tag",
        ["tag-small"] = "fr-tag fr-tag--sm",
        ["link"] = "fr-link",
        ["alert"] = "fr-alert fr-alert--info",
        ["alert-error"] = "fr-alert fr-alert--error",
        ["alert-success"] = "fr-alert fr-alert--success",
        ["alert-title"] = "fr-alert__title",
        ["callout"] = "fr-callout",
        ["callout-title"] = "fr-callout__title",
        ["callout-text"] = "fr-callout__text",
        ["table"] = "fr-table",
        ["label"] = "fr-label",
        ["hint"] = "fr-hint-text",
        ["input"] = "fr-input",
        ["input-group"] = "fr-input-group",
        ["select"] = "fr-select",
        ["select-group"] = "fr-select-group",
        ["error-text"] = "fr-error-text",
        ["summary"] = "fr-summary",
        ["summary-title"] = "fr-summary__title",
        ["summary-link"] = "fr-summary__link",
        ["invisible"] = "fr-sr-only",
        ["container"] = "fr-container",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words of the table, separated by spaces.</summary>
    [HtmlAttributeName(Name)]
    public string Words { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var own = output.Attributes["class"]?.Value?.ToString();
        var classes = string.Join(' ', Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Classes[word]));
        output.Attributes.SetAttribute("class", own is null ? classes : $"{classes} {own}");
    }
}
