using System.Globalization;

namespace Maillage.Web.Hosting;

/// <summary>The API has one address for both languages: its sentences follow <c>Accept-Language</c>, French first; its data do not move.</summary>
public static class ApiLanguage
{
    public static IApplicationBuilder UseApiLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.CultureOf(Preferred(context.Request));
        return next(context);
    });

    /// <summary>English when the caller prefers it to French, else French.</summary>
    private static string Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(accepted => accepted.Quality is not 0)
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => accepted.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(language => language is Language.French or Language.English) ?? Language.French;
}
