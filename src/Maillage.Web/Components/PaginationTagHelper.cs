using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maillage.Web.Components;

/// <summary>
/// <c>&lt;pagination page="2" size="20" total="134" /&gt;</c>: links to the pages of a list, its filters kept; nothing when
/// one page holds it all.
/// </summary>
[HtmlTargetElement("pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper(Texts texts, HtmlEncoder encoder) : TagHelper
{
    private const string Parameter = "page";

    public int Page { get; set; } = 1;

    public int Size { get; set; }

    public int Total { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = (Total + Size - 1) / Size;
        if (last <= 1)
        {
            output.SuppressOutput();
            return;
        }

        var html = new StringBuilder("<ul class=\"fr-pagination__list\">");
        if (Page > 1)
        {
            Step(html, Page - 1, "prev", texts["site.pagination.previous"]);
        }

        var before = 0;
        foreach (var page in Shown(last))
        {
            if (page > before + 1)
            {
                html.Append("<li><span class=\"fr-pagination__link\" aria-hidden=\"true\">…</span></li>");
            }

            Number(html, page);
            before = page;
        }

        if (Page < last)
        {
            Step(html, Page + 1, "next", texts["site.pagination.next"]);
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-pagination");
        output.Attributes.SetAttribute("aria-label", texts["site.pagination.label"]);
        output.Content.SetHtmlContent(html.Append("</ul>").ToString());
    }

    /// <summary>The first, the last and those around the current one.</summary>
    private IEnumerable<int> Shown(int last) =>
        Enumerable.Range(Page - 1, 3).Prepend(1).Append(last).Where(page => page >= 1 && page <= last).Distinct().Order();

    private void Step(StringBuilder html, int page, string side, string text) =>
        html.Append("<li><a class=\"fr-pagination__link fr-pagination__link--").Append(side).Append(" fr-pagination__link--lg-label\" rel=\"")
            .Append(side).Append("\" href=\"").Append(Address(page)).Append("\">").Append(encoder.Encode(text)).Append("</a></li>");

    private void Number(StringBuilder html, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var title = encoder.Encode(texts["site.pagination.page", number]);
        html.Append("<li><a class=\"fr-pagination__link\" title=\"").Append(title).Append('"');
        html.Append(page == Page ? " aria-current=\"page\">" : $" href=\"{Address(page)}\">").Append(number).Append("</a></li>");
    }

    private string Address(int page)
    {
        var request = View.HttpContext.Request;
        var query = request.ReadQuery().Where(pair => pair.Key != Parameter);
        if (page > 1)
        {
            query = query.Append(new(Parameter, page.ToString(CultureInfo.InvariantCulture)));
        }

        return encoder.Encode(request.PathBase.Add(request.Path) + QueryString.Create(query));
    }
}
