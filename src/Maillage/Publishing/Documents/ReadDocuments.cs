using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Files;
using Maillage.Network;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Documents;

/// <summary>A document as a list shows it: what it is, and the file behind it.</summary>
public sealed record ListedDocument(SharedDocument Document, StoredFile File);

/// <summary>The documents of a campus that someone may read, and what one of them holds.</summary>
public sealed class ReadDocuments(MaillageDb db, NetworkPerimeters perimeters)
{
    /// <summary>What everyone may read, by title.</summary>
    public async Task<IReadOnlyList<ListedDocument>> PublicAsync(Guid campusId, CancellationToken ct) =>
        await Listed(row => row.CampusId == campusId && row.Audience == DocumentAudience.Everyone).ToListAsync(ct);

    /// <summary>What the actor may read, by title, and whether it may change it.</summary>
    /// <exception cref="NotFound">No such campus, or not one of which the actor reads more than everyone does.</exception>
    public async Task<(IReadOnlyList<ListedDocument> Documents, bool MayEdit)> OfCampusAsync(Actor actor, Guid campusId, CancellationToken ct)
    {
        var mayEdit = await MayEditAsync(actor, campusId, ct);
        if (!mayEdit && !await MayReadAsync(actor, campusId, ct))
        {
            throw new NotFound("The campus");
        }

        return (await Listed(row => row.CampusId == campusId && (mayEdit || row.Audience != DocumentAudience.Team)).ToListAsync(ct), mayEdit);
    }

    /// <summary>One document, with what it holds.</summary>
    /// <exception cref="NotFound">No such document, or not one that the actor may read.</exception>
    public async Task<(ListedDocument Listed, byte[] Content)> OpenAsync(Actor actor, Guid documentId, CancellationToken ct)
    {
        var listed = await Listed(row => row.SharedDocumentId == documentId).SingleOrDefaultAsync(ct);
        if (listed is null || !await MayOpenAsync(actor, listed.Document, ct))
        {
            throw new NotFound("The document");
        }

        var id = listed.File.StoredFileId;
        return (listed, await db.StoredContents.Where(row => row.StoredFileId == id).Select(row => row.Bytes).SingleAsync(ct));
    }

    private async Task<bool> MayOpenAsync(Actor actor, SharedDocument document, CancellationToken ct) =>
        document.Audience == DocumentAudience.Everyone
        || await MayEditAsync(actor, document.CampusId, ct)
        || (document.Audience == DocumentAudience.Members && await MayReadAsync(actor, document.CampusId, ct));

    private async Task<bool> MayEditAsync(Actor actor, Guid campusId, CancellationToken ct) =>
        actor.Can(Permission.EditCampus) && await perimeters.PerimeterOfAsync(Scope.Campus(campusId), ct) is { } perimeter && actor.Can(Permission.EditCampus, perimeter);

    private async Task<bool> MayReadAsync(Actor actor, Guid campusId, CancellationToken ct) =>
        actor.Can(Permission.ReadCampus) && await perimeters.OfCampusAndMembersAsync(campusId, ct) is { } perimeter && actor.Can(Permission.ReadCampus, perimeter);

    private IQueryable<ListedDocument> Listed(System.Linq.Expressions.Expression<Func<SharedDocument, bool>> which) =>
        db.SharedDocuments.AsNoTracking().Where(which)
            .Join(db.StoredFiles, document => document.StoredFileId, file => file.StoredFileId, (document, file) => new { document, file })
            .OrderBy(row => row.document.Title).ThenBy(row => row.document.SharedDocumentId)
            .Take(ShareDocument.MostDocuments)
            .Select(row => new ListedDocument(row.document, row.file));
}
