using System.Text.Json;
using Maillage.Web.Components.Search;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary><c>&lt;form suggest&gt;</c>: a search box under which suggestions appear while one types, where scripts run.</summary>
[HtmlTargetElement("form", Attributes = Name)]
public sealed class SuggestTagHelper(Texts texts) : TagHelper
{
    private const string Name = "suggest";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(Name);
        output.Attributes.SetAttribute("data-suggest", ApiHost.Prefix + "/suggest");
        output.Attributes.SetAttribute("data-suggest-root", View.HttpContext.Request.PathBase.Add("/"));
        output.Attributes.SetAttribute("data-suggest-types", JsonSerializer.Serialize(FoundPages.Types.ToDictionary(type => type, type => texts[$"search.one.{type}"], StringComparer.Ordinal)));
        output.Attributes.SetAttribute("data-text-label", texts["search.suggest.label"]);
        output.Attributes.SetAttribute("data-text-one", texts["search.suggest.one"]);
        output.Attributes.SetAttribute("data-text-other", texts["search.suggest.other"]);
    }
}
