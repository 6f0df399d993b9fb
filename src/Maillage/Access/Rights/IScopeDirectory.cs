namespace Maillage.Access.Rights;

/// <summary>
/// What scopes are, of which this module knows the identifiers alone: the network tells it. It is asked before a role is
/// given, so that no caller can forget where the role lies.
/// </summary>
public interface IScopeDirectory
{
    /// <summary>Every scope that each of these lies within, itself included; those that name no territory, campus or organisation are left out.</summary>
    Task<IReadOnlyDictionary<Scope, Perimeter>> PerimetersOfAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct);

    /// <summary>
    /// The scopes that lie within one of these, themselves included: campuses of a territory, members of a campus. Within the
    /// country, its territories alone.
    /// </summary>
    Task<IReadOnlyList<Scope>> WithinAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct);

    /// <summary>How scopes are called, those that exist no more left out.</summary>
    Task<IReadOnlyDictionary<Scope, string>> NamesOfAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct);
}

public static class ScopeDirectories
{
    /// <summary>Every scope that this one lies within; nothing when it names nothing.</summary>
    public static async Task<Perimeter?> PerimeterOfAsync(this IScopeDirectory scopes, Scope scope, CancellationToken ct) =>
        (await scopes.PerimetersOfAsync([scope], ct)).GetValueOrDefault(scope);
}
