using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Primitives;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;

namespace Maillage.Web.Components;

/// <summary>Addresses as pages write them.</summary>
public static class PageLinks
{
    /// <summary>Names which form of a page was sent: it means nothing in a link.</summary>
    private const string Handler = "handler";

    /// <summary>Address within the site, in the language of the page: <c>Link("/campus")</c> is <c>/en/campus</c> in English.</summary>
    public static string Link(this IHtmlHelper html, string path) => html.ViewContext.HttpContext.Request.PathBase.Add(path);

    /// <summary>Address of a built file, with its fingerprint, the same in both languages.</summary>
    public static string Asset(this IHtmlHelper html, string path) =>
        "/" + (html.ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);

    /// <summary>This page in another language, its filters kept.</summary>
    public static string InLanguage(this IHtmlHelper html, string language)
    {
        var request = html.ViewContext.HttpContext.Request;
        return (language == Language.English ? Language.EnglishPrefix : "") + request.OriginalPath() + QueryString.Create(request.ReadQuery());
    }

    /// <summary>The filters of a page, to write them again: what its address says for these parameters, empty ones left out.</summary>
    public static QueryString QueryOf(this HttpRequest request, params string[] parameters) =>
        QueryString.Create(request.Said(parameters));

    /// <summary>The same for the API, where a day is <c>asOf</c>.</summary>
    public static QueryString ApiQueryOf(this HttpRequest request, params string[] parameters) =>
        QueryString.Create(request.Said(parameters).Select(pair => pair.Key == "date" ? new("asOf", pair.Value) : pair));

    private static IEnumerable<KeyValuePair<string, StringValues>> Said(this HttpRequest request, string[] parameters) =>
        request.ReadQuery().Where(pair => parameters.Contains(pair.Key, StringComparer.Ordinal) && !string.IsNullOrWhiteSpace(pair.Value));

    /// <summary>Full address of this page in a language, without filters.</summary>
    public static string Absolute(this IHtmlHelper html, string language)
    {
        var request = html.ViewContext.HttpContext.Request;
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, language == Language.English ? Language.EnglishPrefix : "", request.OriginalPath());
    }

    /// <summary>Full address within the site, without language.</summary>
    public static string Absolute(this HttpRequest request, string path) =>
        UriHelper.BuildAbsolute(request.Scheme, request.Host, "", path);

    /// <summary>
    /// The parameters of the address that pages read: the others, and empty ones, stay out of the links of a page, which
    /// is kept in memory for everyone who asks for the same values, in whatever order. A page of which nobody keeps a copy
    /// has them all.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> ReadQuery(this HttpRequest request)
    {
        var isPrivate = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PrivatePageAttribute>() is not null;
        return (isPrivate ? request.Query.Keys.Where(name => name != Handler) : PublicCache.Parameters)
            .Select(name => KeyValuePair.Create(name, request.Query[name]))
            .Where(pair => !StringValues.IsNullOrEmpty(pair.Value));
    }

    /// <summary>The path that was asked for, even when an error page is shown in its place.</summary>
    public static PathString OriginalPath(this HttpRequest request) =>
        request.HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is { } feature
            ? feature.OriginalPath
            : request.Path;
}
