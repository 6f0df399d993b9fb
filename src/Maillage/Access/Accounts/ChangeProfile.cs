using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>Changes how a person is called and in which language they are written to (GDPR, article 16).</summary>
public sealed class ChangeProfile(MaillageDb db, TimeProvider clock)
{
    /// <param name="session">Theirs.</param>
    /// <param name="name">Given name and name, as typed.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>; anything else leaves it as it is.</param>
    /// <param name="ct">Stops the operation; nothing is then changed.</param>
    public async Task<Result> ExecuteAsync(CurrentSession session, string? name, string? language, CancellationToken ct)
    {
        var clean = Account.CleanName(name);
        if (clean.Length is 0 or > Account.NameMaxLength)
        {
            return AccessProblems.NameMissing;
        }

        var account = await db.Accounts.SingleAsync(row => row.Id == session.AccountId, ct);
        account.Name = clean;
        account.Language = language is "fr" or "en" ? language : account.Language;
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.ProfileChanged), clock, ct);
        return Result.Ok;
    }
}
