using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Sessions;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Xunit;

namespace Maillage.Tests.Access;

public sealed class PasswordAndCodeTests : AccessData
{
    private const string Email = "camille@example.org";
    private const string Password = "quatre grues jaunes dorment";

    private Account _account = null!;
    private string _key = "";
    private string[] _recovery = [];

    protected override async Task ArrangeAsync()
    {
        _account = A.Account(Email);
        await SaveAsync(_account);
        var session = await OpenAsync(SignInMethod.Invitation);
        _key = OneTimeCodes.NewKey();
        Assert.False((await WithAsync((SetPassword set) => set.ExecuteAsync(session, Password, Ct))).Failed);
        _recovery = (await WithAsync((SetUpCodes set) => set.ExecuteAsync(session, _key, Code(), Ct))).Value!;
        Clock.Advance(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task PasswordThenCode_Right_ComeIn()
    {
        Assert.Equal(_account.Id, (await CheckAsync(Email, Password)).Value);
        Assert.False((await CodeAsync(Code())).Failed);
    }

    [Fact]
    public async Task Code_Replayed_IsRefused()
    {
        var code = Code();
        await CodeAsync(code);

        Assert.Equal(AccessProblems.WrongCode, (await CodeAsync(code)).Problem);
    }

    [Fact]
    public async Task Code_UsedTwiceAtOnce_ServesOnce()
    {
        var code = Code();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CodeAsync(code))));

        Assert.Single(results, result => !result.Failed);
    }

    [Fact]
    public async Task RecoveryCode_Used_ServesOnce()
    {
        Assert.Equal(RecoveryCodes.Count, _recovery.Length);
        Assert.False((await CodeAsync(RecoveryCodes.Shown(_recovery[0]).ToUpperInvariant())).Failed);
        Assert.Equal(AccessProblems.WrongCode, (await CodeAsync(_recovery[0])).Problem);
        Assert.False((await CodeAsync(_recovery[1])).Failed);
    }

    [Fact]
    public async Task UnknownAddressAndWrongPassword_GetTheSameAnswer()
    {
        Assert.Equal(AccessProblems.WrongSignIn, (await CheckAsync(Email, "pas celui-là")).Problem);
        Assert.Equal(AccessProblems.WrongSignIn, (await CheckAsync("personne@example.org", "pas celui-là")).Problem);
        Assert.Equal(AccessProblems.WrongSignIn, (await CheckAsync("", "")).Problem);
    }

    [Fact]
    public async Task Attempts_TooMany_AreRefusedEvenWhenRightUntilAQuarterOfAnHourHasPassed()
    {
        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CheckAsync(Email, "pas celui-là"))));
        Assert.True(first.Count(result => result.Problem == AccessProblems.WrongSignIn) <= SignInThrottle.PerAccount);

        Assert.Equal(AccessProblems.TooManyAttempts, (await CheckAsync(Email, Password)).Problem);
        Clock.Advance(SignInThrottle.Window + TimeSpan.FromSeconds(1));
        Assert.False((await CheckAsync(Email, Password)).Failed);
    }

    [Fact]
    public async Task Account_Closed_IsNotOpenedByItsPassword()
    {
        await using (var db = NewContext())
        {
            (await db.Accounts.SingleAsync(Ct)).ClosedAt = Clock.GetUtcNow().UtcDateTime;
            await db.SaveAsync(Ct);
        }

        Assert.Equal(AccessProblems.WrongSignIn, (await CheckAsync(Email, Password)).Problem);
    }

    [Theory]
    [InlineData("court", "access.password.short")]
    [InlineData("aaaaaaaaaaaaaaaa", "access.password.easy")]
    [InlineData("MotDePasse2026!!", "access.password.easy")]
    [InlineData("vive camille 2026", "access.password.easy")]
    [InlineData("football12345678", "access.password.easy")]
    [InlineData("Jetaime-marseille", "access.password.easy")]
    [InlineData("qwertyuiop123456", "access.password.easy")]
    [InlineData("iloveyouforever1", "access.password.easy")]
    public async Task Password_EasilyGuessed_IsRefused(string password, string problem)
    {
        var session = await OpenAsync(SignInMethod.Password);

        Assert.Equal(problem, (await WithAsync((SetPassword set) => set.ExecuteAsync(session, password, Ct))).Problem?.Code);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessions()
    {
        var other = await OpenAsync(SignInMethod.Password);
        var session = await OpenAsync(SignInMethod.Password);

        await WithAsync((SetPassword set) => set.ExecuteAsync(session, "cinq phares verts tournent", Ct));

        Assert.Null(await ReadAsync(other.SessionId));
        Assert.NotNull(await ReadAsync(session.SessionId));
    }

    [Fact]
    public async Task Mailbox_Alone_DoesNotTakeTheAccountOver()
    {
        var session = await OpenAsync(SignInMethod.EmailLink);

        Assert.Equal(AccessProblems.ProofNeeded, (await WithAsync((SetPassword set) => set.ExecuteAsync(session, "cinq phares verts tournent", Ct))).Problem);
        Assert.Equal(AccessProblems.ProofNeeded, (await WithAsync((SetUpCodes set) => set.ExecuteAsync(session, _key, Code(), Ct))).Problem);
    }

    [Fact]
    public async Task Proof_TooOld_IsAskedAgain()
    {
        var session = await OpenAsync(SignInMethod.Password);
        Clock.Advance(Session.ProofTime);

        Assert.Equal(AccessProblems.ProofNeeded, (await WithAsync((SetPassword set) => set.ExecuteAsync(session, "cinq phares verts tournent", Ct))).Problem);
    }

    [Fact]
    public async Task Session_LeftAlone_Ends()
    {
        var session = await OpenAsync(SignInMethod.Password);
        Assert.NotNull(await ReadAsync(session.SessionId));

        Clock.Advance(Session.IdleTime + TimeSpan.FromHours(1));

        Assert.Null(await ReadAsync(session.SessionId));
    }

    private string Code() => new Totp(Base32Encoding.ToBytes(_key)).ComputeTotp(Clock.GetUtcNow().UtcDateTime);

    private Task<Result<Guid>> CheckAsync(string email, string password) =>
        WithAsync((CheckPassword check) => check.ExecuteAsync(email, password, "192.0.2.1", Ct));

    private Task<Result> CodeAsync(string code) => WithAsync((CheckCode check) => check.ExecuteAsync(_account.Id, code, "192.0.2.1", Ct));

    private async Task<CurrentSession> OpenAsync(SignInMethod method)
    {
        var session = await WithAsync((OpenSession open) => open.ExecuteAsync(_account.Id, method, "Firefox · Linux", null, Ct));
        return (await ReadAsync(session.SessionId))!;
    }

    private Task<CurrentSession?> ReadAsync(Guid sessionId) => WithAsync((ReadSession read) => read.ExecuteAsync(sessionId, null, Ct));
}
