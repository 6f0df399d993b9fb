using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Access;

/// <summary>Scopes as the choices of a form.</summary>
public sealed class ScopeChoice(IScopeDirectory scopes, Texts texts)
{
    /// <summary>Every scope of these kinds within those where the actor may do this, by kind and name.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> WithinAsync(Actor actor, Permission permission, IReadOnlySet<ScopeKind> kinds, CancellationToken ct)
    {
        return await NamedAsync([.. (await scopes.WithinAsync(actor.ScopesFor(permission), ct)).Where(scope => kinds.Contains(scope.Kind))], ct);
    }

    /// <summary>One scope alone.</summary>
    public Task<IReadOnlyList<(string Code, string Name)>> OfAsync(Scope scope, CancellationToken ct) => NamedAsync([scope], ct);

    private async Task<IReadOnlyList<(string Code, string Name)>> NamedAsync(List<Scope> within, CancellationToken ct)
    {
        var names = await scopes.NamesOfAsync(within, ct);
        return
        [
            .. within.Select(scope => (scope.Kind, Code: $"{scope.Kind.ToCode()}:{scope.Key}", Name: names.TryGetValue(scope, out var name) ? $"{texts.Of("access.scope", scope.Kind)} · {name}" : texts.Of("access.scope", scope.Kind)))
                .OrderBy(option => option.Kind).ThenBy(option => option.Name, StringComparer.CurrentCulture).Select(option => (option.Code, option.Name)),
        ];
    }

    public static Scope? Parse(string? code) =>
        code?.Split(':', 2) is [var kind, { Length: <= Scope.KeyMaxLength } key] && EnumCode.TryParse<ScopeKind>(kind, out var known) ? new Scope(known, key) : null;
}
