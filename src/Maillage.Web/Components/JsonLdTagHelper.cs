using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;json-ld value="@Model.Data" /&gt;</c>: what the page says, as data that search engines read. It is no script, and
/// nothing in it can end its element: the serializer writes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as escapes.
/// </summary>
[HtmlTargetElement("json-ld", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class JsonLdTagHelper : TagHelper
{
    public JsonObject Value { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/ld+json");
        output.Content.SetHtmlContent(Value.ToJsonString(JsonSerializerOptions.Default));
    }
}
