using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.PersonalData;

/// <summary>Everything that the platform holds of a person who asks for it (GDPR, articles 15 and 20). Secrets are named, never shown.</summary>
public sealed class ExportPersonalData(MaillageDb db, TimeProvider clock)
{
    private const int MostOfEach = 10_000;

    /// <returns>Named lists of what is held, ready to be written as JSON.</returns>
    public Task<IReadOnlyDictionary<string, object>> ExecuteAsync(CurrentSession session, CancellationToken ct) => ExecuteAsync(session.Actor, session.Account, ct);

    /// <summary>The same for who answers for them; the caller has seen that it does.</summary>
    internal async Task<IReadOnlyDictionary<string, object>> ExecuteAsync(Actor actor, Account account, CancellationToken ct)
    {
        var id = account.Id;
        var held = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["account"] = new { account.Id, account.Name, account.Email, account.Language, account.CreatedAt, HasPassword = account.PasswordHash is not null, HasCodes = account.CodeKey is not null },
            ["roles"] = await db.RoleAssignments.Where(row => row.AccountId == id)
                .Select(row => new { Role = row.Role.ToString(), Scope = row.ScopeKind.ToString(), row.ScopeKey, row.StartsOn, row.EndsOn }).Take(MostOfEach).ToListAsync(ct),
            ["passkeys"] = (await db.AccountPasskeys.Where(row => row.UserId == id).ToListAsync(ct)).ConvertAll(row => new { row.Data.Name, row.Data.CreatedAt }),
            ["identityProviders"] = await db.AccountLogins.Where(row => row.UserId == id).Select(row => new { row.LoginProvider, row.ProviderKey }).ToListAsync(ct),
            ["sessions"] = await db.Sessions.Where(row => row.AccountId == id).OrderByDescending(row => row.StartedAt)
                .Select(row => new { row.Device, Method = row.Method.ToString(), row.StartedAt, row.SeenAt, row.EndedAt }).Take(MostOfEach).ToListAsync(ct),
            ["invitationsSent"] = await db.Invitations.Where(row => row.InvitedBy == id)
                .Select(row => new { row.Email, Role = row.Role.ToString(), row.SentAt, row.AcceptedAt, row.WithdrawnAt }).Take(MostOfEach).ToListAsync(ct),
            ["messages"] = await db.OutgoingMessages.Where(row => row.AccountId == id).OrderByDescending(row => row.CreatedAt)
                .Select(row => new { row.Kind, row.Recipient, State = row.State.ToString(), row.CreatedAt, row.FinishedAt }).Take(MostOfEach).ToListAsync(ct),
            ["guardianAgreements"] = await db.GuardianAgreements.Where(row => row.LearnerId == id)
                .Select(row => new { row.GuardianEmail, row.AskedAt, row.AgreedAt, row.EndsBefore }).Take(MostOfEach).ToListAsync(ct),
            ["notificationPreferences"] = await db.NotificationPreferences.Where(row => row.AccountId == id)
                .Select(row => new { Topic = row.Topic.ToString(), Frequency = row.Frequency.ToString() }).ToListAsync(ct),
            ["acts"] = await db.AuditEntries.Where(row => row.AuthorId == id).OrderByDescending(row => row.At)
                .Select(row => new { row.At, row.ActCode, row.Address, row.Subject, row.SubjectKey, row.Reason }).Take(MostOfEach).ToListAsync(ct),
        };
        db.TraceReading(actor.Doing(AccessActs.PersonalDataExported), clock, account);
        await db.SaveChangesAsync(ct);
        return held;
    }
}
