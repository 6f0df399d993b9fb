using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Maillage.Web.Hosting;

/// <summary>What a visitor may not see is not there: 404, as for an address that does not exist.</summary>
public sealed class NothingHere : IAuthorizationMiddlewareResultHandler
{
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

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
