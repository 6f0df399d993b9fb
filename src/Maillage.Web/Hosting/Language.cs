using System.Globalization;

namespace Maillage.Web.Hosting;

/// <summary>
/// French at <c>/…</c>, English at <c>/en/…</c>. The prefix moves into the path base, so that each page has one route and
/// the links that it makes stay in its language.
/// </summary>
public static class Language
{
    public const string French = "fr";
    public const string English = "en";
    public const string EnglishPrefix = "/en";

    private static readonly CultureInfo FrenchCulture = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : French;

    public static CultureInfo CultureOf(string language) => language == English ? EnglishCulture : FrenchCulture;

    /// <summary>What addresses in a language begin with.</summary>
    public static string PrefixOf(string language) => language == English ? EnglishPrefix : "";

    /// <summary>An address of the site without its language: <c>/en/campus</c> is <c>/campus</c>.</summary>
    public static string? WithoutPrefix(string? address) =>
        address?.StartsWith(EnglishPrefix + "/", StringComparison.Ordinal) == true
            ? address[EnglishPrefix.Length..]
            : address;

    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var language = French;
        if (context.Request.Path.StartsWithSegments(EnglishPrefix, StringComparison.Ordinal, out var rest) && !IsWithoutLanguage(rest))
        {
            language = English;
            context.Request.PathBase = context.Request.PathBase.Add(EnglishPrefix);
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(language);
        return next(context);
    });

    /// <summary>Addresses that have no second language: data, assets, health.</summary>
    private static bool IsWithoutLanguage(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal)
        || path.StartsWithSegments("/assets", StringComparison.Ordinal)
        || path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.StartsWithSegments(EnglishPrefix, StringComparison.Ordinal);
}
