using System.Net;
using Maillage.Access.Accounts;
using Maillage.Access.Guardians;
using Maillage.Access.Rights;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Messages.Delivery;
using Maillage.Network.Organisations;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Maillage.Web.Tests.Access;

/// <summary>Learners under fifteen, for whom a guardian is asked first; and new e-mail addresses: what a message's link opens.</summary>
public sealed class GuardianTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private Organisation _school = null!;
    private MailServer _server = null!;
    private WebApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await MailServer.StartAsync();
        _school = _a.Organisation(x => x.Named("Lycée Jules-Verne"));
        _app = await WebApp.WithAsync([.. TestData.Territories(), _school], new WebAppOptions { Services = services => services.AddSingleton(Options.Create(_server.Settings)) });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Learner_UnderFifteen_IsInvitedOnlyOnceTheGuardianAgrees()
    {
        using var teacher = await TeacherAsync();

        using var sent = await InviteAsync(teacher, Birthday(-14), "parent@example.org");
        await DeliverAsync();

        Assert.Equal("/espace/personnes?fait=invited", sent.Headers.Location!.OriginalString);
        Assert.Equal("parent@example.org", Assert.Single(await _server.TakenAsync()).To.ToString());
        using var guardian = _app.NewClient();
        var link = await LinkAsync("parent@example.org");
        Assert.Contains("Lycée Jules-Verne", (await guardian.PageAsync(link)).Text(), StringComparison.Ordinal);
        using var agreed = await guardian.SendAsync(link, "form[action*=Agree] [name=id]");
        Assert.Equal(HttpStatusCode.OK, agreed.StatusCode);
        await DeliverAsync();
        using var learner = _app.NewClient();
        using var accepted = await learner.SendAsync(await LinkAsync("lea@example.org"), "[name=jeton]", ("name", "Léa Martin"));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        await using var db = _app.NewContext();
        Assert.Equal((await AccountAsync("lea@example.org")).Id, (await db.Set<GuardianAgreement>().SingleAsync(Ct)).LearnerId);
    }

    [Fact]
    public async Task Guardian_WhoTakesTheAgreementBack_HasTheAccountErased()
    {
        using var teacher = await TeacherAsync();
        using var sent = await InviteAsync(teacher, Birthday(-14), "parent@example.org");
        await DeliverAsync();
        using var guardian = _app.NewClient();
        var link = await LinkAsync("parent@example.org");
        using var agreed = await guardian.SendAsync(link, "form[action*=Agree] [name=id]");
        await DeliverAsync();
        using var learner = _app.NewClient();
        using var accepted = await learner.SendAsync(await LinkAsync("lea@example.org"), "[name=jeton]", ("name", "Léa Martin"));
        _app.Clock.Advance(TimeSpan.FromDays(60));
        using var export = await guardian.SendAsync(link, "form[action*=Export] [name=id]");
        Assert.Contains("lea@example.org", await export.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        using var refused = await guardian.SendAsync(link, "form[action*=Refuse] [name=id]");

        Assert.Contains("Rien n’est gardé", (await refused.ReadPageAsync()).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guardian.GetAsync(link, Ct)).StatusCode);
        await using var db = _app.NewContext();
        Assert.Empty(await db.Set<GuardianAgreement>().ToListAsync(Ct));
        Assert.False(await db.Set<Account>().AnyAsync(row => row.Email == "lea@example.org", Ct));
        Assert.False(await db.AuditEntries.AnyAsync(row => row.Before!.Contains("lea@example.org") || row.After!.Contains("lea@example.org"), Ct));
        Assert.False(await db.OutgoingMessages.AnyAsync(row => row.Recipient == "lea@example.org", Ct));
    }

    [Fact]
    public async Task Guardian_WhoRefuses_LeavesNothingAndTheTeacherIsTold()
    {
        using var teacher = await TeacherAsync();
        using var sent = await InviteAsync(teacher, Birthday(-14), "parent@example.org");
        await DeliverAsync();
        using var guardian = _app.NewClient();

        using var refused = await guardian.SendAsync(await LinkAsync("parent@example.org"), "form[action*=Refuse] [name=id]");

        await using var db = _app.NewContext();
        Assert.Empty(await db.Set<GuardianAgreement>().ToListAsync(Ct));
        Assert.False(await db.AuditEntries.AnyAsync(row => row.Before!.Contains("lea@example.org") || row.After!.Contains("lea@example.org"), Ct));
        Assert.Equal(1, await db.PendingNotifications.CountAsync(Ct) + await db.OutgoingMessages.CountAsync(row => row.Kind == "access.message.guardian_refused", Ct));
    }

    [Theory]
    [InlineData(null, "parent@example.org", "birthDate")]
    [InlineData("2100-01-01", "parent@example.org", "birthDate")]
    [InlineData("31/05/2012", "parent@example.org", "birthDate")]
    [InlineData("under", "", "guardianEmail")]
    [InlineData("under", "lea@example.org", "guardianEmail")]
    public async Task Learner_WithoutWhatIsNeeded_IsNotInvited(string? birthDate, string guardianEmail, string field)
    {
        using var teacher = await TeacherAsync();

        using var response = await InviteAsync(teacher, birthDate == "under" ? Birthday(-14) : birthDate ?? "", guardianEmail);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("true", (await response.ReadPageAsync()).QuerySelector($"[name={field}]")!.GetAttribute("aria-invalid"));
        await using var db = _app.NewContext();
        Assert.Empty(await db.OutgoingMessages.ToListAsync(Ct));
    }

    [Fact]
    public async Task Learner_OnTheFifteenthBirthday_IsInvitedWithoutAsking()
    {
        using var teacher = await TeacherAsync();

        using var sent = await InviteAsync(teacher, Birthday(-GuardianAgreement.Age), "");

        await using var db = _app.NewContext();
        Assert.Equal("lea@example.org", (await db.OutgoingMessages.SingleAsync(Ct)).Recipient);
    }

    [Fact]
    public async Task Question_SentAgain_LeavesTheFormerLinkWithoutUse()
    {
        using var teacher = await TeacherAsync();
        using var sent = await InviteAsync(teacher, Birthday(-14), "parent@example.org");
        await DeliverAsync();
        var former = await LinkAsync("parent@example.org");

        using var again = await teacher.SendAsync("/espace/personnes", "form[action*=AskAgain] [name=agreementId]");
        await DeliverAsync();

        using var guardian = _app.NewClient();
        Assert.Equal(HttpStatusCode.NotFound, (await guardian.GetAsync(former, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await guardian.GetAsync(await LinkAsync("parent@example.org", 2), Ct)).StatusCode);
        using var withdrawn = await teacher.SendAsync("/espace/personnes", "form[action*=NoLongerAsk] [name=agreementId]");
        Assert.Equal(HttpStatusCode.NotFound, (await guardian.GetAsync(await LinkAsync("parent@example.org", 2), Ct)).StatusCode);
    }

    [Fact]
    public async Task Guardian_WithAnAccount_AnswersForTheirLearnerAndNoOther()
    {
        var (mine, other) = (_a.Account("lea@example.org"), _a.Account("max@example.org"));
        var (agreement, foreign) = (Agreement(mine), Agreement(other));
        await _app.Data.SaveAsync(mine, other, agreement, foreign);
        using var guardian = await GuardianAsync("parent@example.org", mine);

        var page = await guardian.PageAsync("/espace/mineurs");
        using var neighbour = await guardian.SendAsync("/espace/mineurs", "form[action*=Refuse] [name=id]", ("id", foreign.GuardianAgreementId.ToString()));

        Assert.Equal([agreement.GuardianAgreementId.ToString()], page.QuerySelectorAll("[name=id]").Select(input => input.GetAttribute("value")!).Distinct());
        Assert.Equal(HttpStatusCode.NotFound, neighbour.StatusCode);
        await using var db = _app.NewContext();
        Assert.Equal(2, await db.Set<GuardianAgreement>().CountAsync(Ct));
    }

    [Fact]
    public async Task Guardian_WhoWasNotAskedForTheAgreement_HasNoHandOnIt()
    {
        var learner = _a.Account("lea@example.org");
        var agreement = Agreement(learner);
        await _app.Data.SaveAsync(learner, agreement);
        using var guardian = await GuardianAsync("autre.parent@example.org", learner);

        var page = await guardian.PageAsync("/espace/mineurs");

        Assert.Null(page.QuerySelector("[name=id]"));
    }

    [Fact]
    public async Task Guardian_Invited_FromThePageOfTheLearner()
    {
        using var teacher = await TeacherAsync();
        var learner = _a.Account("lea@example.org");
        await _app.Data.SaveAsync(learner, TestData.RoleAssignment(learner, Role.Learner, Scope.Organisation(_school.OrganisationId)));
        var invite = (await teacher.PageAsync($"/espace/personnes/{learner.Id}")).QuerySelector("#guardians ~ p a")!.GetAttribute("href")!;

        using var sent = await teacher.SendAsync(invite, "[name=email]", ("email", "parent@example.org"), ("role", "guardian"), ("scope", $"self:{learner.Id}"), ("language", "fr"));
        using var foreign = await teacher.SendAsync(invite, "[name=email]", ("email", "parent@example.org"), ("role", "guardian"), ("scope", $"self:{Guid.CreateVersion7()}"), ("language", "fr"));

        Assert.Equal("/espace/personnes?fait=invited", sent.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Fact]
    public async Task Role_ThatBeginsLater_IsHeldFromThatDay()
    {
        using var head = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_school.OrganisationId));
        var first = TestData.Today.AddDays(1);
        using var sent = await head.SendAsync("/espace/personnes/inviter", "[name=email]", ("email", "ali@example.org"), ("role", "organisation_staff"),
            ("scope", $"organisation:{_school.OrganisationId}"), ("startsOn", $"{first:O}"), ("language", "fr"));
        await DeliverAsync();
        using var ali = _app.NewClient();
        using var accepted = await ali.SendAsync(await LinkAsync("ali@example.org"), "[name=jeton]", ("name", "Ali Ben"));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await ali.GetAsync("/espace/personnes", Ct)).StatusCode);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        using var back = await _app.SignInAsync(await AccountAsync("ali@example.org"));

        Assert.Equal(HttpStatusCode.OK, (await back.GetAsync("/espace/personnes", Ct)).StatusCode);
    }

    [Fact]
    public async Task Email_Changed_IsProvedByTheNewMailboxAndToldToTheFormer()
    {
        var account = _a.Account("avant@example.org");
        await _app.Data.SaveAsync(account);
        using var person = await _app.SignInAsync(account);

        using var asked = await person.SendAsync("/espace/compte/profil", "form[action*=Email] [name=email]", ("email", "apres@example.org"));
        await DeliverAsync();
        using var elsewhere = _app.NewClient();
        var link = await LinkAsync("apres@example.org");
        Assert.Equal("avant@example.org", await EmailAsync(account.Id));
        using var taken = await elsewhere.SendAsync(link, "[name=jeton]");
        await DeliverAsync();

        Assert.Equal("apres@example.org", await EmailAsync(account.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(link, Ct)).StatusCode);
        Assert.Equal(2, (await _server.TakenAsync()).Count(mail => mail.To.ToString() == "avant@example.org"));
    }

    [Fact]
    public async Task Email_OfAnotherAccount_IsNeitherTakenNorTold()
    {
        var (account, other) = (_a.Account("avant@example.org"), _a.Account("prise@example.org"));
        await _app.Data.SaveAsync(account, other);
        using var person = await _app.SignInAsync(account);

        using var asked = await person.SendAsync("/espace/compte/profil", "form[action*=Email] [name=email]", ("email", "prise@example.org"));
        await DeliverAsync();

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.DoesNotContain(await _server.TakenAsync(), mail => mail.To.ToString() == "prise@example.org");
    }

    [Fact]
    public async Task Email_AskedFromAMailboxAlone_IsRefusedWhereTheAccountHasAKey()
    {
        var account = _a.Account("avant@example.org");
        await _app.Data.SaveAsync(account, new AccountLogin { LoginProvider = "essai", ProviderKey = "1", UserId = account.Id });
        using var person = await _app.SignInAsync(account, Maillage.Access.Sessions.SignInMethod.EmailLink);

        using var asked = await person.SendAsync("/espace/compte/profil", "form[action*=Email] [name=email]", ("email", "apres@example.org"));

        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        await using var db = _app.NewContext();
        Assert.Empty(await db.OutgoingMessages.ToListAsync(Ct));
    }

    private async Task<HttpClient> GuardianAsync(string email, Account learner)
    {
        var account = _a.Account(email);
        await _app.Data.SaveAsync(account, TestData.RoleAssignment(account, Role.Guardian, Scope.Self(learner.Id)));
        return await _app.SignInAsync(account);
    }

    private static string Birthday(int years) => $"{TestData.Today.AddYears(years):O}";

    private Task<HttpClient> TeacherAsync() => _app.AsAsync(_a, Role.OrganisationStaff, Scope.Organisation(_school.OrganisationId));

    private Task<HttpResponseMessage> InviteAsync(HttpClient teacher, string birthDate, string guardianEmail) => teacher.SendAsync(
        "/espace/personnes/inviter", "[name=email]", ("email", "lea@example.org"), ("name", "Léa Martin"), ("role", "learner"),
        ("scope", $"organisation:{_school.OrganisationId}"), ("birthDate", birthDate), ("guardianEmail", guardianEmail), ("language", "fr"));

    private GuardianAgreement Agreement(Account learner)
    {
        var agreement = new GuardianAgreement
        {
            LearnerEmail = learner.Email!,
            LearnerName = learner.Name,
            GuardianEmail = "parent@example.org",
            EndsBefore = TestData.Today.AddYears(1),
            ScopeKind = ScopeKind.Organisation,
            ScopeKey = _school.OrganisationId.ToString(),
            RoleStartsOn = null,
            RoleEndsOn = null,
            Language = "fr",
            AskedBy = learner.Id,
            AskedAt = _app.Clock.GetUtcNow().UtcDateTime,
        };
        agreement.Agree(agreement.AskedAt);
        agreement.OpenedBy(learner.Id);
        return agreement;
    }

    private async Task DeliverAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliverMessages>().ExecuteAsync(Ct);
    }

    private async Task<string> LinkAsync(string recipient, int number = 1) => (await _server.WaitForAsync(recipient, number)).Link().PathAndQuery;

    private async Task<Account> AccountAsync(string email)
    {
        await using var db = _app.NewContext();
        return await db.Set<Account>().SingleAsync(row => row.Email == email, Ct);
    }

    private async Task<string?> EmailAsync(Guid accountId)
    {
        await using var db = _app.NewContext();
        return (await db.Set<Account>().SingleAsync(row => row.Id == accountId, Ct)).Email;
    }
}
