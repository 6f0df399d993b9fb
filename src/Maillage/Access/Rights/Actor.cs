using Maillage.Data.Audit;

namespace Maillage.Access.Rights;

/// <summary>A role held today.</summary>
public readonly record struct HeldRole(Role Role, Scope Scope);

/// <summary>Something that may be done within a scope.</summary>
public readonly record struct Right(Permission Permission, Scope Scope);

/// <summary>
/// Who asks: a person and the roles held today, a link, a key, a visitor, or the product itself. Two questions alone are put
/// to it: may it do this to that, and within which scopes are the things that it may see.
/// </summary>
public sealed class Actor
{
    private readonly IReadOnlyList<Right> _rights;

    private Actor(Author author, IReadOnlyList<HeldRole> roles, IReadOnlyList<Right> rights) =>
        (Author, Roles, _rights) = (author, roles, rights);

    /// <summary>The product itself, at a start or in a job. It has no right: what it does, its code decides.</summary>
    public static Actor Product { get; } = new(Author.Product, [], []);

    /// <summary>Who writes, for the audit.</summary>
    public Author Author { get; }

    /// <summary>Roles of a person; a link and a key have none.</summary>
    public IReadOnlyList<HeldRole> Roles { get; }

    public Guid? AccountId => Author.Kind == AuthorKind.Account ? Author.Id : null;

    public static Actor Visitor(string? address = null) => new(Author.Visitor(address), [], []);

    public static Actor Person(Guid accountId, IReadOnlyList<HeldRole> roles, string? address = null) => new(
        new Author(AuthorKind.Account, accountId, address),
        roles,
        [.. roles.SelectMany(held => PermissionTable.Of(held.Role).Select(permission => new Right(permission, held.Scope)))]);

    /// <summary>The holder of a link or of a key: it may do what it was made for, and nothing else.</summary>
    public static Actor Bearer(AuthorKind kind, Guid id, IReadOnlyList<Right> rights, string? address = null) =>
        new(new Author(kind, id, address), [], rights);

    /// <summary>Whether this may be done to a thing of that perimeter.</summary>
    public bool Can(Permission permission, Perimeter perimeter) =>
        _rights.Any(right => right.Permission == permission && perimeter.LiesWithin(right.Scope));

    /// <summary>Whether this may be done to something at all: what a menu shows.</summary>
    public bool Can(Permission permission) => _rights.Any(right => right.Permission == permission);

    /// <summary>Whether someone may be given that role in that perimeter, or have it ended: by the level above.</summary>
    public bool CanGive(Role role, Perimeter perimeter) => Roles.Any(held =>
        PermissionTable.Of(held.Role).Contains(Permission.GiveRoles)
        && PermissionTable.GivenBy(held.Role).Contains(role)
        && perimeter.LiesWithin(held.Scope));

    /// <summary>The scopes within which this may be done: what a list is narrowed to.</summary>
    public IReadOnlyList<Scope> ScopesFor(Permission permission) =>
        [.. _rights.Where(right => right.Permission == permission).Select(right => right.Scope).Distinct()];

    /// <summary>What this actor does, for the audit.</summary>
    public Act Doing(string code, string? reason = null) => Author.Doing(code, reason);
}
