using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Maillage.Web.Hosting.Access;

/// <summary>
/// The two exchanges of a passkey (WebAuthn): the browser is given a challenge, which a cookie keeps encrypted, and brings back what the device signed. A challenge serves once.
/// </summary>
public sealed class PasskeyCeremony(IPasskeyHandler<Account> passkeys, StepCookie steps)
{
    private const string Step = "passkey";

    /// <returns>What the browser needs to ask the person's device, whoever the person is.</returns>
    public async Task<string> AskAsync(HttpContext http)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        steps.Keep(http, Step, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <returns>What the browser needs to have the device make a passkey for this account.</returns>
    public async Task<string> OfferAsync(HttpContext http, CurrentSession session)
    {
        var options = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = session.AccountId.ToString(), Name = session.Account.Email!, DisplayName = session.Account.Name }, http);
        steps.Keep(http, Step, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <summary>What the device of a person signed to come in.</summary>
    public async Task<(Account Account, UserPasskeyInfo Passkey)?> RecogniseAsync(HttpContext http, string? credential)
    {
        if (steps.Take(http, Step) is not { } state || string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        return result is { Succeeded: true, User: { } account, Passkey: { } passkey } ? (account, passkey) : null;
    }

    /// <summary>A passkey that the device of a person has just made.</summary>
    public async Task<UserPasskeyInfo?> ReceiveAsync(HttpContext http, CurrentSession session, string? credential)
    {
        if (steps.Take(http, Step) is not { } state || string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        return result.Succeeded && result.UserEntity!.Id == session.AccountId.ToString() ? result.Passkey : null;
    }
}
