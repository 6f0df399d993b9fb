using Maillage.Access;
using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Editing;

/// <summary>
/// Links by which someone without an account corrects what is said of one organisation: sent to a mailbox, for a month, as often
/// as needed, until they are taken back.
/// </summary>
public sealed class CorrectionLinks(MaillageDb db, NetworkPerimeters perimeters, Outbox outbox, TimeProvider clock)
{
    public const int Most = 10;

    public static readonly TimeSpan LifeTime = TimeSpan.FromDays(30);

    /// <summary>The links of an organisation that still serve; nothing when the actor may send none for it.</summary>
    public async Task<IReadOnlyList<ActionLink>?> ReadAsync(Actor actor, Guid organisationId, CancellationToken ct) =>
        await MaySendAsync(actor, organisationId, ct) ? await Open(organisationId).AsNoTracking().ToListAsync(ct) : null;

    /// <exception cref="NotFound">No such organisation, or not one for which the actor may send links.</exception>
    public async Task<Result> SendAsync(Actor actor, Guid organisationId, string? email, string language, CancellationToken ct)
    {
        await AllowAsync(actor, organisationId, ct);
        if (!EmailAddress.TryParse(email, out var address))
        {
            return AccessProblems.EmailWrong;
        }

        var open = await Open(organisationId).ToListAsync(ct);
        open.FindAll(link => link.Email == address.Text).ForEach(link => link.Revoke(clock.UtcNow()));
        if (open.Count(link => link.RevokedAt is null) >= Most)
        {
            return OrganisationProblems.TooManyLinks;
        }

        var (secret, now) = (Secret.New(), clock.UtcNow());
        db.Add(new ActionLink
        {
            TokenDigest = Secret.DigestOf(secret),
            Purpose = LinkPurpose.CorrectOrganisation,
            Email = address.Text,
            SubjectId = organisationId,
            SentBy = actor.AccountId,
            SentAt = now,
            ExpiresAt = now + LifeTime,
            ServesAgain = true,
        });
        var name = await db.Organisations.Where(row => row.OrganisationId == organisationId).Select(row => row.Name).SingleAsync(ct);
        var sender = await db.Accounts.Where(row => row.Id == actor.AccountId).Select(row => row.Name).SingleAsync(ct);
        outbox.Send(new Recipient(address.Text, language), new MessageItem("network.message.correction", [sender, name], "/lien/organisation?jeton=" + secret));
        await db.SaveChangesAsync(actor.Doing(NetworkActs.CorrectionLinkSent), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">No such link, or not one of an organisation for which the actor may send links.</exception>
    public async Task RevokeAsync(Actor actor, Guid linkId, CancellationToken ct)
    {
        var link = await db.ActionLinks.SingleOrDefaultAsync(row => row.ActionLinkId == linkId && row.Purpose == LinkPurpose.CorrectOrganisation, ct) ?? throw new NotFound("The link");
        await AllowAsync(actor, link.SubjectId!.Value, ct);
        link.Revoke(clock.UtcNow());
        await db.SaveChangesAsync(actor.Doing(NetworkActs.CorrectionLinkRevoked), clock, ct);
    }

    private async Task AllowAsync(Actor actor, Guid organisationId, CancellationToken ct)
    {
        if (!await MaySendAsync(actor, organisationId, ct))
        {
            throw new NotFound("The organisation");
        }
    }

    private async Task<bool> MaySendAsync(Actor actor, Guid organisationId, CancellationToken ct) =>
        actor.Can(Permission.SendActionLinks, await perimeters.OfOrganisationAsync(organisationId, ct));

    private IQueryable<ActionLink> Open(Guid organisationId)
    {
        var now = clock.UtcNow();
        return db.ActionLinks.Where(row => row.Purpose == LinkPurpose.CorrectOrganisation && row.SubjectId == organisationId && row.RevokedAt == null && row.ExpiresAt > now)
            .OrderByDescending(row => row.SentAt).Take(Most * 2);
    }
}
