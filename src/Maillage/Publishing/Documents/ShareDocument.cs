using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Documents;

/// <summary>Shares a file in the name of a campus, changes for whom, or takes it back with what it holds.</summary>
public sealed class ShareDocument(MaillageDb db, OpenCampus open, CheckFile check, TimeProvider clock)
{
    /// <summary>Documents of one campus: its list is read whole.</summary>
    public const int MostDocuments = 300;

    /// <summary>Bytes of all of them: a campus does not fill the disk of the others.</summary>
    public const long MostBytes = 500L * 1024 * 1024;

    /// <param name="FileName">As the sender calls it.</param>
    /// <param name="Content">Whole; null when no file was chosen.</param>
    /// <param name="Title">How readers know it.</param>
    /// <param name="Audience">For whom; null when nothing known was chosen.</param>
    public sealed record Input(string? FileName, byte[]? Content, string? Title, DocumentAudience? Audience);

    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<Result> ExecuteAsync(Actor actor, Guid campusId, Input input, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        var title = TypedText.OneLine(input.Title);
        if (WrongWords(title, input.Audience) is { } wrong)
        {
            return wrong;
        }

        if (input.Content is not { } content)
        {
            return FilesProblems.Missing;
        }

        var file = await check.ExecuteAsync(input.FileName, content, ct);
        if (file.Failed)
        {
            return file.Problem;
        }

        var kept = db.SharedDocuments.Where(row => row.CampusId == campusId).Join(db.StoredFiles, row => row.StoredFileId, row => row.StoredFileId, (_, stored) => stored.Length);
        if (await kept.CountAsync(ct) >= MostDocuments || await kept.SumAsync(length => (long)length, ct) + file.Value.Content.Length > MostBytes)
        {
            return PublishingProblems.TooManyDocuments;
        }

        var now = clock.UtcNow();
        db.Add(new SharedDocument
        {
            CampusId = campusId,
            StoredFileId = db.Store(file.Value, actor.AccountId, now).StoredFileId,
            Title = title,
            Audience = input.Audience!.Value,
            SharedAt = now,
        });
        await db.SaveChangesAsync(actor.Doing(PublishingActs.DocumentShared), clock, ct);
        return Result.Ok;
    }

    /// <summary>Changes title and audience; the file stays.</summary>
    /// <exception cref="NotFound">No such document, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid documentId, string? title, DocumentAudience? audience, CancellationToken ct)
    {
        var document = await FindAsync(actor, documentId, ct);
        var words = TypedText.OneLine(title);
        if (WrongWords(words, audience) is { } wrong)
        {
            return wrong;
        }

        (document.Title, document.Audience) = (words, audience!.Value);
        await db.SaveChangesAsync(actor.Doing(PublishingActs.DocumentChanged), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">No such document, or not one of a campus that the actor may change.</exception>
    public async Task WithdrawAsync(Actor actor, Guid documentId, CancellationToken ct)
    {
        var document = await FindAsync(actor, documentId, ct);
        db.Remove(document);
        db.Remove(await db.StoredFiles.SingleAsync(row => row.StoredFileId == document.StoredFileId, ct));
        await db.SaveChangesAsync(actor.Doing(PublishingActs.DocumentWithdrawn), clock, ct);
    }

    private async Task<SharedDocument> FindAsync(Actor actor, Guid documentId, CancellationToken ct)
    {
        var document = await db.SharedDocuments.SingleOrDefaultAsync(row => row.SharedDocumentId == documentId, ct) ?? throw new NotFound("The document");
        await open.ForTeamAsync(actor, document.CampusId, ct);
        return document;
    }

    private static Problem? WrongWords(string title, DocumentAudience? audience) =>
        title.Length is 0 or > SharedDocument.TitleMaxLength ? PublishingProblems.TitleMissing
        : audience is null ? PublishingProblems.AudienceMissing
        : null;
}
