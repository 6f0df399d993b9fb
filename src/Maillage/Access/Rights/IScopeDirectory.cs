namespace Maillage.Access.Rights;

/// <summary>
/// What scopes are, of which this module knows the identifiers alone: the network tells it. It is asked before a role is
/// given, so that no caller can forget where the role lies.
/// </summary>
public interface IScopeDirectory
{
    /// <summary>Every scope that this one lies within, itself included; nothing when it names no territory, campus or organisation.</summary>
    Task<Perimeter?> PerimeterOfAsync(Scope scope, CancellationToken ct);

    /// <summary>How scopes are called, those that exist no more left out.</summary>
    Task<IReadOnlyDictionary<Scope, string>> NamesOfAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct);
}
