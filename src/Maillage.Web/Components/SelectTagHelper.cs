using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;field-select name="region" label="…" any="Toutes les régions" options="@Model.Regions" value="@Model.Region" /&gt;</c>:
/// a list to choose from; <c>any</c> is the choice that filters nothing.
/// </summary>
[HtmlTargetElement("field-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper(HtmlEncoder encoder) : FormControlTagHelper(encoder)
{
    public string? Any { get; set; }

    public IEnumerable<(string Value, string Text)> Options { get; set; } = [];

    protected override string GroupClass => "fr-select-group";

    protected override string Control(string attributes, bool isWrong)
    {
        var html = new StringBuilder();
        html.Append("<select class=\"fr-select").Append(isWrong ? " fr-select--error" : "").Append("\" ").Append(attributes).Append('>');
        if (Any is not null)
        {
            html.Append("<option value=\"\">").Append(Encode(Any)).Append("</option>");
        }

        foreach (var (value, text) in Options)
        {
            html.Append("<option value=\"").Append(Encode(value)).Append('"')
                .Append(string.Equals(value, Value, StringComparison.Ordinal) ? " selected>" : ">")
                .Append(Encode(text)).Append("</option>");
        }

        return html.Append("</select>").ToString();
    }
}
