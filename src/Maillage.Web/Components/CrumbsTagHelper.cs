using System.Text.Encodings.Web;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;crumbs here="Nautisme"&gt;&lt;crumb href="/campus"&gt;Les campus&lt;/crumb&gt;&lt;/crumbs&gt;</c>: where the page
/// stands; the home page comes first by itself.
/// </summary>
[HtmlTargetElement("crumbs")]
public sealed class CrumbsTagHelper(Texts texts, HtmlEncoder encoder) : TagHelper
{
    /// <summary>Name of the page itself.</summary>
    public string Here { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var home = View.HttpContext.Request.PathBase.Add("/");
        var crumbs = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "fr-breadcrumb");
        output.Attributes.SetAttribute("aria-label", texts["site.crumbs.label"]);
        output.Content.SetHtmlContent(
            $"""<ol class="fr-breadcrumb__list"><li><a class="fr-breadcrumb__link" href="{encoder.Encode(home)}">{encoder.Encode(texts["site.nav.home"])}</a></li>{crumbs}<li><a class="fr-breadcrumb__link" aria-current="page">{encoder.Encode(Here)}</a></li></ol>""");
    }
}

/// <summary>One step of <see cref="CrumbsTagHelper"/>; its address is written without language.</summary>
[HtmlTargetElement("crumb", ParentTag = "crumbs")]
public sealed class CrumbTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Href { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "li";
        output.Content.SetHtmlContent(
            $"""<a class="fr-breadcrumb__link" href="{encoder.Encode(View.HttpContext.Request.PathBase.Add(Href))}">{text}</a>""");
    }
}
