using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Access;

/// <summary>People who are signed in already, where a test is about what follows.</summary>
internal static class SignedIn
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Saves a person with one role, and gives the browser in which they are signed in.</summary>
    public static async Task<HttpClient> AsAsync(this WebApp app, TestData data, Role role, Scope scope)
    {
        var account = data.Account();
        await app.Data.SaveAsync(account, TestData.RoleAssignment(account, role, scope));
        return await app.SignInAsync(account);
    }

    /// <summary>Follows a sign-in link made for the purpose; the session then counts as proved by a passkey unless told otherwise.</summary>
    public static async Task<HttpClient> SignInAsync(this WebApp app, Account account, SignInMethod method = SignInMethod.Passkey)
    {
        var secret = Secret.New();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.Data.SaveAsync(new ActionLink
        {
            TokenDigest = Secret.DigestOf(secret),
            Purpose = LinkPurpose.SignIn,
            Email = account.NormalizedEmail!,
            AccountId = account.Id,
            SentAt = now,
            ExpiresAt = now.AddMinutes(5),
            ServesAgain = false,
        });
        var visitor = app.NewClient();
        using var response = await visitor.SendAsync($"/connexion/lien?jeton={secret}", "[name=jeton]");
        Assert.Equal("/espace", response.Headers.Location?.OriginalString);
        await using var db = app.NewContext();
        await db.Sessions.Where(row => row.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Method, method), Ct);
        return visitor;
    }
}
