using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// What every form control shares: its label, its hint and the sentence that says what is wrong with it, tied together for
/// screen readers. The sentence is the one that the page put in its ModelState under the same name, or under the identifier where several controls bear one name.
/// </summary>
public abstract class FormControlTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>What the visitor sent, as sent: a wrong value is shown again.</summary>
    public string? Value { get; set; }

    /// <summary>Identifier of the control; its name when the page does not say otherwise.</summary>
    public string? Id { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    protected abstract string GroupClass { get; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = Encode(Id ?? Name);
        var error = View.ViewData.ModelState.TryGetValue(Id ?? Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", $"{GroupClass}{(error is null ? "" : $" {GroupClass}--error")}{(own is null ? "" : $" {own}")}");

        var hint = Hint is null ? "" : $"""<span class="fr-hint-text">{Encode(Hint)}</span>""";
        var state = error is null ? "" : $" aria-invalid=\"true\" aria-describedby=\"{id}-error\"";
        output.Content
            .AppendHtml($"""<label class="fr-label" for="{id}">{Encode(Label)}{hint}</label>""")
            .AppendHtml(Control($"""id="{id}" name="{Encode(Name)}"{state}""", error is not null));
        if (error is not null)
        {
            output.Content.AppendHtml($"""<p class="fr-error-text" id="{id}-error">{Encode(error)}</p>""");
        }
    }

    /// <param name="attributes">Identifier, name and state, already encoded.</param>
    protected abstract string Control(string attributes, bool isWrong);

    protected string Encode(string text) => encoder.Encode(text);
}
