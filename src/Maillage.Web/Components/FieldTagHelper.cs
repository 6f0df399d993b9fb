using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;field name="date" type="date" label="…" hint="…" value="@Model.Date" /&gt;</c>: a text field with its label; with
/// <c>rows</c>, a text area.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(HtmlEncoder encoder) : FormControlTagHelper(encoder)
{
    public string Type { get; set; } = "text";

    [HtmlAttributeName("maxlength")]
    public int? MaxLength { get; set; }

    [HtmlAttributeName("minlength")]
    public int? MinLength { get; set; }

    /// <summary>Lines of a text area.</summary>
    public int? Rows { get; set; }

    public bool Required { get; set; }

    /// <summary>Purpose of the field for the browser: <c>off</c> unless it holds something about the visitor.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Bounds of a date.</summary>
    public string? Min { get; set; }

    public string? Max { get; set; }

    protected override string GroupClass => "fr-input-group";

    protected override string Control(string attributes, bool isWrong)
    {
        attributes = $"class=\"fr-input{(isWrong ? " fr-input--error" : "")}\" {attributes}"
            + Attribute("minlength", MinLength?.ToString(CultureInfo.InvariantCulture))
            + Attribute("maxlength", MaxLength?.ToString(CultureInfo.InvariantCulture))
            + Attribute("autocomplete", Autocomplete)
            + (Required ? " required" : "");
        return Rows is { } rows
            // A browser drops the first line break of a text area: this one, not the visitor's.
            ? $"<textarea {attributes} rows=\"{rows.ToString(CultureInfo.InvariantCulture)}\">\n{Encode(Value ?? "")}</textarea>"
            : $"<input {attributes} type=\"{Encode(Type)}\"{Attribute("min", Min)}{Attribute("max", Max)}{Attribute("value", string.IsNullOrEmpty(Value) ? null : Value)}>";
    }

    private string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Encode(value)}\"";
}
