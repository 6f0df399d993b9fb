using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Editing;

/// <summary>An organisation in a list.</summary>
public sealed record ListedOrganisation(Guid OrganisationId, string Slug, string Name, OrganisationKind Kind, string? Commune);

/// <summary>The organisations that an actor may change: its own, the members of its campuses, those of the campuses of its territory.</summary>
public sealed class OrganisationsOfActor(MaillageDb db, NetworkPerimeters perimeters)
{
    public const int PageSize = 50;

    /// <param name="actor">Who looks.</param>
    /// <param name="text">Part of a name; all when empty.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<(IReadOnlyList<ListedOrganisation> Organisations, int Total)> ReadAsync(Actor actor, string? text, int page, CancellationToken ct)
    {
        var held = actor.ScopesFor(Permission.EditOrganisation);
        var found = db.Organisations.AsNoTracking();
        if (!held.Contains(Scope.National))
        {
            var ids = (await perimeters.WithinAsync(held, ct)).Where(scope => scope.Kind == ScopeKind.Organisation).Select(scope => Guid.Parse(scope.Key)).ToList();
            found = found.Where(row => ids.Contains(row.OrganisationId));
        }

        var sought = FoldedText.Of(text?.Trim() ?? "");
        found = found.Where(row => sought == "" || row.FoldedName.Contains(sought));
        return (
            await found.OrderBy(row => row.FoldedName).ThenBy(row => row.OrganisationId).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(row => new ListedOrganisation(row.OrganisationId, row.Slug, row.Name, row.Kind, row.Commune)).ToListAsync(ct),
            await found.CountAsync(ct));
    }
}
