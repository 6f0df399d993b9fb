using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.OutputCaching;

namespace Maillage.Web.Hosting.Access;

/// <summary>
/// Who may ask for a page, decided by where it stands: pages of the folders named here are for everyone; those under
/// <c>/espace</c> are for signed-in people, and say with <see cref="NeedsAttribute"/> which; a page anywhere else is not there.
/// </summary>
public sealed class PageAccess : IPageApplicationModelConvention
{
    /// <summary>Folders of pages that anyone may read.</summary>
    private static readonly string[] Public = ["/Access", "/Bench", "/Catalogue", "/Messages", "/Network", "/Publishing", "/Search", "/Site"];

    private static readonly PrivateAnswer Private = new();

    public void Apply(PageApplicationModel model)
    {
        if (IsWorkspace(model.RouteTemplate))
        {
            KeepPrivate(model);
            if (!model.HandlerType.IsDefined(typeof(AuthorizeAttribute), inherit: true))
            {
                throw new InvalidOperationException($"The page {model.RelativePath} does not say who may ask for it: [SignedIn] or [Needs(…)].");
            }
        }
        else if (model.ViewEnginePath == "/Index" || Public.Any(folder => model.ViewEnginePath.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            model.EndpointMetadata.Add(new AllowAnonymousAttribute());
            if (model.ViewEnginePath.StartsWith("/Access/", StringComparison.Ordinal) || model.HandlerType.IsDefined(typeof(PrivatePageAttribute), inherit: false))
            {
                KeepPrivate(model);
            }
        }
    }

    private static bool IsWorkspace(string? template) =>
        template is "espace" || template?.StartsWith("espace/", StringComparison.Ordinal) == true;

    private static void KeepPrivate(PageApplicationModel model)
    {
        model.EndpointMetadata.Add(new OutputCacheAttribute { NoStore = true });
        model.EndpointMetadata.Add(new PrivatePageAttribute());
        model.Filters.Add(Private);
    }

    /// <summary>Neither kept by a browser, a proxy or us, nor compressed: a secret beside text that someone else chose can be guessed.</summary>
    private sealed class PrivateAnswer : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            // As the antiforgery token would have them, which warns of any other value.
            context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";
            context.HttpContext.Response.Headers.Pragma = "no-cache";
            context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
            if (context.HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression)
            {
                compression.Mode = HttpsCompressionMode.DoNotCompress;
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}

/// <summary>A page of which nobody keeps a copy: those of the workspace and of the sign-in are so by where they stand.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrivatePageAttribute : Attribute;
