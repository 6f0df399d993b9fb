using Maillage.Access.Accounts;
using Maillage.Access.Rights;

namespace Maillage.TestKit;

public sealed partial class TestData
{
    /// <summary>An actor who runs the platform; its account is in no table.</summary>
    public static Actor Administrator() => Person(Role.Administrator, Scope.National);

    /// <summary>An actor with one role; its account is in no table.</summary>
    public static Actor Person(Role role, Scope scope) => Actor.Person(Guid.CreateVersion7(), [new HeldRole(role, scope)]);

    /// <summary>An account, open, without any way to sign in yet.</summary>
    public Account Account(string? email = null)
    {
        var address = email ?? $"personne.{NextNumber()}@example.org";
        return new Account
        {
            Name = "Camille Martin",
            Email = address,
            NormalizedEmail = address,
            UserName = address,
            NormalizedUserName = address,
            EmailConfirmed = true,
            Language = "fr",
            CreatedAt = Clock().GetUtcNow().UtcDateTime,
        };
    }

    public static RoleAssignment RoleAssignment(Account account, Role role, Scope scope) => new()
    {
        AccountId = account.Id,
        Role = role,
        ScopeKind = scope.Kind,
        ScopeKey = scope.Key,
        StartsOn = Today,
    };
}
