using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Links;

/// <summary>Who holds a link that acts, what it is about, and until when.</summary>
public sealed record HeldLink(Actor Actor, ActionLink Link, string? SenderName);

/// <summary>Recognises the holder of a link by its secret. It may do the one thing of the link, to the one thing that it is about.</summary>
public sealed class FollowActionLink(MaillageDb db, TimeProvider clock)
{
    /// <param name="token">Secret of the link.</param>
    /// <param name="purpose">What the page that was opened is for: a link of another purpose is unknown there.</param>
    /// <param name="address">Network address of who holds it.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Nothing when the link is unknown, over, or taken back.</returns>
    public async Task<HeldLink?> ExecuteAsync(string? token, LinkPurpose purpose, string? address, CancellationToken ct)
    {
        var digest = Secret.DigestOf(token ?? "");
        var now = clock.UtcNow();
        var link = await db.ActionLinks.SingleOrDefaultAsync(row => row.TokenDigest == digest && row.Purpose == purpose, ct);
        if (link?.IsOpenAt(now) != true || RightOf(link) is not { } right)
        {
            return null;
        }

        var actor = Actor.Bearer(AuthorKind.ActionLink, link.ActionLinkId, [right], address);
        if (link.FirstUsedAt is null)
        {
            link.Use(now);
            await db.SaveChangesAsync(actor.Doing(AccessActs.LinkFollowed), clock, ct);
        }

        var sender = await db.Accounts.Where(row => row.Id == link.SentBy).Select(row => row.Name).SingleOrDefaultAsync(ct);
        return new HeldLink(actor, link, sender);
    }

    private static Right? RightOf(ActionLink link) => link switch
    {
        { Purpose: LinkPurpose.CorrectOrganisation, SubjectId: { } organisationId } => new Right(Permission.EditOrganisation, Scope.Organisation(organisationId)),
        { Purpose: LinkPurpose.AnswerForLearner, SubjectId: { } agreementId } => new Right(Permission.AnswerForLearner, Scope.Self(agreementId)),
        _ => null,
    };
}
