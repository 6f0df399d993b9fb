using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Maillage.Web.Hosting;

/// <summary>What a visitor may not see is not there: 404, as for an address that does not exist.</summary>
public sealed class NothingHere : IAuthorizationMiddlewareResultHandler
{
    /// <summary>Every address of the workspace, existing or not: who is not signed in learns nothing from the difference.</summary>
    private static bool IsForAnyone(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments(SessionCookie.Workspace, StringComparison.Ordinal);

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        // The address exists, for other methods: routing put an answer of its own in its place, which says which.
        if (context.GetEndpoint() is { RequestDelegate: { } answer } and not RouteEndpoint)
        {
            return answer(context);
        }

        if (IsForAnyone(context) && !context.User.Identities.Any(identity => identity.IsAuthenticated))
        {
            context.Response.Redirect(context.Request.PathBase + SessionCookie.SignInPage + QueryString.Create("retour", context.Request.PathBase + context.Request.Path + context.Request.QueryString));
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
