using Maillage.Access.Rights;
using Microsoft.AspNetCore.Authorization;

namespace Maillage.Web.Hosting.Access;

/// <summary>
/// A page or endpoint for those who may do this somewhere: to others it is not there. Whether it may be done to the thing
/// asked for is the question of the operation.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission => permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>A page for every person who is signed in, about that person alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute() : AuthorizeAttribute(SessionCookie.Policy);

/// <summary>Answers <see cref="NeedsAttribute"/> from the rights of who asks.</summary>
public sealed class PermissionCheck(IHttpContextAccessor current) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (current.HttpContext?.Actor().Can(requirement.Permission) == true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
