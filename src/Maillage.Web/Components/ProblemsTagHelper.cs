using System.Text;
using System.Text.Encodings.Web;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;problems /&gt;</c>: what is wrong with what the visitor sent, one sentence each, with a way to the field; nothing
/// when all is well.
/// </summary>
[HtmlTargetElement("problems", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProblemsTagHelper(HtmlEncoder encoder) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = View.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var html = new StringBuilder();
        foreach (var (field, entry) in state)
        {
            foreach (var error in entry.Errors)
            {
                var sentence = encoder.Encode(error.ErrorMessage);
                html.Append("<p>").Append(field.Length == 0 ? sentence : $"<a href=\"#{encoder.Encode(field)}\">{sentence}</a>").Append("</p>");
            }
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-alert fr-alert--error");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.SetHtmlContent(html.ToString());
    }
}

public static class Problems
{
    /// <summary>Has the page say what is wrong, at the field concerned when there is one.</summary>
    public static void Add(this ModelStateDictionary state, Problem problem, Texts texts) =>
        state.AddModelError(problem.Field ?? "", texts.Of(problem));
}
