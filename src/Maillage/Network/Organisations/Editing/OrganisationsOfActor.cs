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
        var sought = FoldedText.Of(text?.Trim() ?? "");
        var found = (await VisibleAsync(actor, ct)).Where(row => sought == "" || row.FoldedName.Contains(sought));
        return (
            await found.OrderBy(row => row.FoldedName).ThenBy(row => row.OrganisationId).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(row => new ListedOrganisation(row.OrganisationId, row.Slug, row.Name, row.Kind, row.Commune)).ToListAsync(ct),
            await found.CountAsync(ct));
    }

    internal async Task<IQueryable<Organisation>> VisibleAsync(Actor actor, CancellationToken ct)
    {
        var held = actor.ScopesFor(Permission.EditOrganisation);
        if (held.Contains(Scope.National))
        {
            return db.Organisations.AsNoTracking();
        }

        var ids = (await perimeters.WithinAsync(held, ct)).Where(scope => scope.Kind == ScopeKind.Organisation).Select(scope => Guid.Parse(scope.Key)).ToList();
        return db.Organisations.AsNoTracking().Where(row => ids.Contains(row.OrganisationId));
    }
}
