using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Attachments;

/// <summary>Keeps a file with what it goes with, in the unit of work of the caller; gives it back to who may read it.</summary>
public sealed class AttachFile(MaillageDb db, CheckFile check, OpenCampus open, TimeProvider clock)
{
    /// <summary>Bytes of all the files of one campus: it does not fill the disk of the others.</summary>
    public const long MostBytes = 1024L * 1024 * 1024;

    /// <param name="FileName">As the sender calls it.</param>
    /// <param name="Content">Whole.</param>
    public sealed record SentFile(string? FileName, byte[] Content);

    /// <summary>Adds a file to the current unit of work.</summary>
    public async Task<Result<AttachedFile>> AddAsync(Actor actor, Guid campusId, SentFile sent, CancellationToken ct)
    {
        var file = await check.ExecuteAsync(sent.FileName, sent.Content, ct);
        if (file.Failed)
        {
            return file.Problem;
        }

        var kept = db.AttachedFiles.Where(row => row.CampusId == campusId).Join(db.StoredFiles, row => row.StoredFileId, row => row.StoredFileId, (_, stored) => (long)stored.Length);
        if (await kept.SumAsync(ct) + file.Value.Content.Length > MostBytes)
        {
            return SteeringProblems.NoRoom;
        }

        var attached = new AttachedFile { CampusId = campusId, StoredFileId = db.Store(file.Value, actor.AccountId, clock.UtcNow()).StoredFileId };
        db.Add(attached);
        return attached;
    }

    /// <summary>Removes files and what they hold in the current unit of work.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<Guid> attachedFileIds, CancellationToken ct)
    {
        var files = await db.AttachedFiles.Where(row => attachedFileIds.Contains(row.AttachedFileId)).ToListAsync(ct);
        var stored = files.ConvertAll(file => file.StoredFileId);
        db.RemoveRange(files);
        db.RemoveRange(await db.StoredFiles.Where(row => stored.Contains(row.StoredFileId)).ToListAsync(ct));
    }

    /// <summary>One file, with what it holds.</summary>
    /// <exception cref="NotFound">No such file, or not one that the actor may read.</exception>
    public async Task<(StoredFile File, byte[] Content)> OpenAsync(Actor actor, Guid attachedFileId, CancellationToken ct)
    {
        var attached = await db.AttachedFiles.AsNoTracking().SingleOrDefaultAsync(row => row.AttachedFileId == attachedFileId, ct) ?? throw new NotFound("The file");
        _ = attached.IsForMembers ? await open.ForMembersAsync(actor, attached.CampusId, ct) : await open.ForTeamAsync(actor, attached.CampusId, ct);
        return (
            await db.StoredFiles.AsNoTracking().SingleAsync(row => row.StoredFileId == attached.StoredFileId, ct),
            await db.StoredContents.Where(row => row.StoredFileId == attached.StoredFileId).Select(row => row.Bytes).SingleAsync(ct));
    }
}
