using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>How a person signs in, and where they are signed in.</summary>
[SignedIn]
public sealed class AccountModel(
    Passkeys passkeys, Credentials credentials, PasskeyCeremony ceremony, SessionsOfAccount sessions, EndSession end,
    IdentityProviders providers, Providers links, Texts texts) : PageModel
{
    public const string Address = "/espace/compte";

    public CurrentSession Session => HttpContext.RequiredSession();

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<IdentityProvider> Providers => providers.All;

    /// <summary>Codes of the providers that open the account.</summary>
    public IReadOnlySet<string> Linked { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    public bool HasPassword => Session.Account.PasswordHash is not null;

    public bool HasCodes => Session.Account.CodeKey is not null;

    public int RecoveryCodesLeft { get; private set; }

    public bool NeedsCredential { get; private set; }

    public bool ProofNeeded { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostChallengeAsync() => Content(await ceremony.OfferAsync(HttpContext, Session), "application/json");

    public async Task<IActionResult> OnPostAddPasskeyAsync([FromForm] string? credential, CancellationToken ct)
    {
        var passkey = await ceremony.ReceiveAsync(HttpContext, Session, credential);
        return await AnswerAsync(
            passkey is null ? AccessProblems.PasskeyWrong : await passkeys.AddAsync(Session, passkey, DeviceName.Of(Request.Headers.UserAgent), ct), ct);
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync([FromForm] string? credentialId, CancellationToken ct)
    {
        var bytes = new byte[(credentialId?.Length ?? 0) / 2];
        return Convert.FromHexString(credentialId ?? "", bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? await AnswerAsync(await passkeys.RemoveAsync(Session, bytes, ct), ct)
            : throw new NotFound("The passkey");
    }

    public async Task<IActionResult> OnPostUnlinkAsync([FromForm] string? provider, CancellationToken ct) =>
        await AnswerAsync(await links.UnlinkAsync(Session, provider ?? "", ct), ct);

    public async Task<IActionResult> OnPostEndSessionAsync([FromForm] Guid sessionId, CancellationToken ct)
    {
        await end.ExecuteAsync(Session.Actor, sessionId, ct);
        return Here();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await end.EndOthersAsync(Session, ct);
        return Here();
    }

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (!result.Failed)
        {
            return Here();
        }

        ModelState.Add(result.Problem, texts);
        ProofNeeded = result.Problem == AccessProblems.ProofNeeded;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(ct);
        return Page();
    }

    private RedirectResult Here() => Redirect(Url.Content("~" + Address));

    private async Task ShowAsync(CancellationToken ct)
    {
        Passkeys = await passkeys.ReadAsync(Session.AccountId, ct);
        Sessions = await sessions.ReadAsync(Session.AccountId, ct);
        Linked = (await links.ReadAsync(Session.AccountId, ct)).Select(login => login.LoginProvider).ToHashSet(StringComparer.Ordinal);
        RecoveryCodesLeft = await credentials.RecoveryCodesLeftAsync(Session.AccountId, ct);
        NeedsCredential = !await credentials.HasAnyAsync(Session.AccountId, ct);
    }
}
