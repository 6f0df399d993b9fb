using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Documents;

/// <summary>A document as a list shows it: what it is, and the file behind it.</summary>
public sealed record ListedDocument(SharedDocument Document, StoredFile File);

/// <summary>The documents of a campus that someone may read, and what one of them holds.</summary>
public sealed class ReadDocuments(MaillageDb db, OpenCampus open)
{
    /// <summary>What everyone may read, by title.</summary>
    public async Task<IReadOnlyList<ListedDocument>> PublicAsync(Guid campusId, CancellationToken ct) =>
        await Listed(row => row.CampusId == campusId && row.Audience == DocumentAudience.Everyone).ToListAsync(ct);

    /// <summary>What is shared with the members of a campus, by title; what its team keeps to itself too, for the team.</summary>
    public async Task<IReadOnlyList<ListedDocument>> OfCampusAsync(OpenedCampus opened, CancellationToken ct)
    {
        var (campusId, mayEdit) = (opened.Campus.CampusId, opened.MayEdit);
        return await Listed(row => row.CampusId == campusId && (mayEdit || row.Audience != DocumentAudience.Team)).ToListAsync(ct);
    }

    /// <summary>One document, with what it holds.</summary>
    /// <exception cref="NotFound">No such document, or not one that the actor may read.</exception>
    public async Task<(ListedDocument Listed, byte[] Content)> OpenAsync(Actor actor, Guid documentId, CancellationToken ct)
    {
        var listed = await Listed(row => row.SharedDocumentId == documentId).SingleOrDefaultAsync(ct) ?? throw new NotFound("The document");
        _ = listed.Document.Audience switch
        {
            DocumentAudience.Team => await open.ForTeamAsync(actor, listed.Document.CampusId, ct),
            DocumentAudience.Members => await open.ForMembersAsync(actor, listed.Document.CampusId, ct),
            _ => null,
        };

        var id = listed.File.StoredFileId;
        return (listed, await db.StoredContents.Where(row => row.StoredFileId == id).Select(row => row.Bytes).SingleAsync(ct));
    }

    private IQueryable<ListedDocument> Listed(System.Linq.Expressions.Expression<Func<SharedDocument, bool>> which) =>
        db.SharedDocuments.AsNoTracking().Where(which)
            .Join(db.StoredFiles, document => document.StoredFileId, file => file.StoredFileId, (document, file) => new { document, file })
            .OrderBy(row => row.document.Title).ThenBy(row => row.document.SharedDocumentId)
            .Take(ShareDocument.MostDocuments)
            .Select(row => new ListedDocument(row.document, row.file));
}
