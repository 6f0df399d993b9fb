using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Messages;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Invitations;

/// <summary>Writes an invitation and the message that holds its link, in the save of the caller.</summary>
public sealed class SendInvitation(MaillageDb db, IScopeDirectory scopes, Outbox outbox)
{
    /// <param name="invitation">To an address, by an account.</param>
    /// <param name="secret">Of its link, of which the invitation holds the digest.</param>
    /// <param name="language">Language of the message, <c>fr</c> or <c>en</c>.</param>
    /// <param name="ct">Stops the reading.</param>
    internal async Task ExecuteAsync(Invitation invitation, string secret, string language, CancellationToken ct)
    {
        db.Add(invitation);
        var inviter = await db.Accounts.Where(row => row.Id == invitation.InvitedBy).Select(row => row.Name).SingleAsync(ct);
        var names = await scopes.NamesOfAsync([invitation.Scope], ct);
        outbox.Send(new Recipient(invitation.Email!, language), AccessMessages.Invitation(invitation, inviter, names.GetValueOrDefault(invitation.Scope), secret));
    }
}
