using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Access;

/// <summary>Inviting, ending, recovering, correcting by a link, as people do it on pages.</summary>
public sealed class PeoplePagesTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private Campus _campus = null!;
    private Organisation _member = null!;
    private WebApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Scope OfCampus => Scope.Campus(_campus.CampusId);

    public async ValueTask InitializeAsync()
    {
        _campus = _a.Campus(x => x.Named("Nautisme").In("52"));
        _member = _a.Organisation(x => x.Named("Chantier Dupont").OfKind(OrganisationKind.Company));
        _app = await WebApp.WithAsync([.. TestData.Territories(), _campus, _member, TestData.Membership(_campus, _member)]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Invitation_Sent_IsSeenThenWithdrawnAndServesNoMore()
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);

        using var sent = await InviteAsync(director, "campus_team", $"campus:{_campus.CampusId}");
        Assert.Equal("/espace/personnes?fait=invited", sent.Headers.Location!.OriginalString);
        Assert.Contains("ali@example.org", (await director.PageAsync("/espace/personnes")).Text(), StringComparison.Ordinal);
        using var withdrawn = await director.SendAsync("/espace/personnes", "[name=id]");

        Assert.Equal("/espace/personnes?fait=withdrawn", withdrawn.Headers.Location!.OriginalString);
        await using var db = _app.NewContext();
        var invitation = await db.Set<Maillage.Access.Invitations.Invitation>().SingleAsync(Ct);
        Assert.False(invitation.IsOpenAt(_app.Clock.GetUtcNow().UtcDateTime));
        var message = await db.OutgoingMessages.SingleAsync(Ct);
        Assert.Equal(("access.message.invitation", "ali@example.org"), (message.Kind, message.Recipient));
    }

    [Theory]
    [InlineData("administrator", "national:")]
    [InlineData("campus_director", "campus:{0}")]
    [InlineData("campus_team", "campus:00000000-0000-0000-0000-000000000001")]
    [InlineData("campus_team", "national:")]
    [InlineData("organisation_head", "campus:{0}")]
    [InlineData("", "")]
    public async Task Invitation_BeyondOnesOwn_IsRefusedAndWritesNothing(string role, string scope)
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);

        using var response = await InviteAsync(director, role, string.Format(System.Globalization.CultureInfo.InvariantCulture, scope, _campus.CampusId));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("ali@example.org", (await response.ReadPageAsync()).QuerySelector("[name=email]")!.GetAttribute("value"));
        await using var db = _app.NewContext();
        Assert.Empty(await db.OutgoingMessages.ToListAsync(Ct));
    }

    [Fact]
    public async Task Invitations_ByTheHundred_AreStopped()
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);
        HttpStatusCode last = default;

        for (var number = 0; number <= Maillage.Access.Invitations.Invite.MostInADay; number++)
        {
            using var response = await InviteAsync(director, "campus_team", $"campus:{_campus.CampusId}", $"p{number}@example.org");
            last = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.BadRequest, last);
        await using var db = _app.NewContext();
        Assert.Equal(Maillage.Access.Invitations.Invite.MostInADay, await db.OutgoingMessages.CountAsync(Ct));
    }

    [Fact]
    public async Task Role_Ended_StopsAtTheNextRequest()
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);
        var member = _a.Account();
        await _app.Data.SaveAsync(member, TestData.RoleAssignment(member, Role.CampusTeam, OfCampus));
        using var team = await _app.SignInAsync(member);
        Assert.Equal(HttpStatusCode.OK, (await team.GetAsync("/espace/personnes", Ct)).StatusCode);

        using var ended = await director.SendAsync($"/espace/personnes/{member.Id}", "[name=assignmentId]", ("reason", "a changé d’établissement"));

        Assert.Equal("/espace/personnes?fait=ended", ended.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/espace/personnes", Ct)).StatusCode);
        await using var db = _app.NewContext();
        Assert.Equal("a changé d’établissement", (await db.AuditEntries.SingleAsync(row => row.ActCode == "access.act.role_ended" && row.Subject == "role_assignments", Ct)).Reason);
    }

    [Fact]
    public async Task Administrator_WhoIsTheLast_IsNotEnded()
    {
        var account = _a.Account();
        await _app.Data.SaveAsync(account, TestData.RoleAssignment(account, Role.Administrator, Scope.National));
        using var administrator = await _app.SignInAsync(account);

        using var response = await administrator.SendAsync($"/espace/personnes/{account.Id}", "[name=assignmentId]");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/espace/personnes", Ct)).StatusCode);
    }

    [Theory]
    [InlineData(SignInMethod.EmailLink, HttpStatusCode.NotFound)]
    [InlineData(SignInMethod.Recovery, HttpStatusCode.NotFound)]
    [InlineData(SignInMethod.Passkey, HttpStatusCode.OK)]
    public async Task Director_WhoProvedAMailboxAlone_HasNoRightsOfTheRole(SignInMethod method, HttpStatusCode status)
    {
        var account = _a.Account();
        await _app.Data.SaveAsync(account, TestData.RoleAssignment(account, Role.CampusDirector, OfCampus));
        using var director = await _app.SignInAsync(account, method);

        Assert.Equal(status, (await director.GetAsync("/espace/personnes", Ct)).StatusCode);
    }

    [Fact]
    public async Task Link_OfSignIn_ServesOnceAndNotForAnUnknownAddress()
    {
        var account = _a.Account("rare@example.org");
        await _app.Data.SaveAsync(account);
        using var visitor = _app.NewClient();

        using var known = await visitor.SendAsync("/connexion/lien", "[name=email]", ("email", "rare@example.org"));
        using var unknown = await visitor.SendAsync("/connexion/lien", "[name=email]", ("email", "personne@example.org"));

        Assert.Equal(await TextAsync(known), await TextAsync(unknown));
        await using var db = _app.NewContext();
        Assert.Equal("rare@example.org", (await db.OutgoingMessages.SingleAsync(Ct)).Recipient);
    }

    [Fact]
    public async Task Link_OfRecovery_NeedsTheLevelAboveAndLetsNewKeysBeMade()
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);
        var member = _a.Account();
        await _app.Data.SaveAsync(member, TestData.RoleAssignment(member, Role.CampusTeam, OfCampus));

        using var allowed = await director.SendAsync($"/espace/personnes/{member.Id}", "#recovery-reason", ("reason", "vue en personne"));

        Assert.Equal("/espace/personnes?fait=recovery", allowed.Headers.Location!.OriginalString);
        await using var db = _app.NewContext();
        Assert.Equal("access.message.recovery", (await db.OutgoingMessages.SingleAsync(Ct)).Kind);
    }

    [Fact]
    public async Task Organisation_EditedByTwoPeople_TellsTheSecondAndKeepsWhatTheyTyped()
    {
        using var first = await _app.AsAsync(_a, Role.CampusTeam, OfCampus);
        using var second = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);
        var address = $"/espace/organisations/{_member.OrganisationId}";
        var read = await second.PageAsync(address);
        var version = read.QuerySelector("[name=version]")!.GetAttribute("value")!;
        using (var saved = await first.SendAsync(address, "[name=version]", ("telephone", "02 40 11 11 11")))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        using var late = await second.SendAsync(address, "[name=version]", ("version", version), ("telephone", "02 40 22 22 22"));
        var page = await late.ReadPageAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("02 40 22 22 22", page.QuerySelector("[name=telephone]")!.GetAttribute("value"));
        Assert.Contains("02 40 11 11 11", page.Text(), StringComparison.Ordinal);

        using var again = await second.SendAsync(address, "[name=version]", ("version", page.QuerySelector("[name=version]")!.GetAttribute("value")!), ("telephone", "02 40 22 22 22"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("02 40 22 22 22", (await OrganisationAsync()).Telephone);
    }

    [Theory]
    [InlineData("name", "", "Écrivez le nom")]
    [InlineData("website", "javascript:alert(1)", "ne s’ouvre pas")]
    [InlineData("website", "https://u:p@example.org", "ne s’ouvre pas")]
    [InlineData("email", "pas une adresse", "n’est pas complète")]
    [InlineData("telephone", "appelez-nous", "ne peut pas être composé")]
    public async Task Organisation_WithAWrongValue_IsRefusedAtItsField(string field, string value, string said)
    {
        using var team = await _app.AsAsync(_a, Role.CampusTeam, OfCampus);

        using var response = await team.SendAsync($"/espace/organisations/{_member.OrganisationId}", "[name=version]", (field, value));

        var page = await response.ReadPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, page.Alert(), StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"[name={field}]")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("{{7*7}}${7*7}@(7*7)")]
    public async Task Text_ThatLooksLikeCode_IsShownAsText(string name)
    {
        using var team = await _app.AsAsync(_a, Role.CampusTeam, OfCampus);
        using (var saved = await team.SendAsync($"/espace/organisations/{_member.OrganisationId}", "[name=version]", ("name", name)))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        using var visitor = _app.NewClient();
        foreach (var address in (string[])[$"/organisations/{_member.Slug}", "/organisations", "/espace/organisations", $"/espace/organisations/{_member.OrganisationId}"])
        {
            var page = await (address.StartsWith("/espace", StringComparison.Ordinal) ? team : visitor).PageAsync(address);
            Assert.Empty(page.QuerySelectorAll("main script:not([src]):not([type]), main img[onerror]"));
            Assert.Contains(name, page.Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Organisation_PostedWithMoreThanItsForm_ChangesNothingElse()
    {
        using var team = await _app.AsAsync(_a, Role.CampusTeam, OfCampus);

        using var response = await team.SendAsync(
            $"/espace/organisations/{_member.OrganisationId}", "[name=version]", ("Slug", "autre"), ("Kind", "State"), ("OrganisationId", Guid.Empty.ToString()), ("Meanwhile.Name", "x"), ("telephone", "02 40 11 11 11"));

        var organisation = await OrganisationAsync();
        Assert.Equal((_member.Slug, OrganisationKind.Company, "02 40 11 11 11"), (organisation.Slug, organisation.Kind, organisation.Telephone));
    }

    [Fact]
    public async Task LinkOfCorrection_Followed_EditsThatOrganisationUntilItIsTakenBack()
    {
        using var team = await _app.AsAsync(_a, Role.CampusTeam, OfCampus);
        var address = $"/espace/organisations/{_member.OrganisationId}";
        using (await team.SendAsync(address, "[name=recipient]", ("recipient", "contact@example.org")))
        {
        }

        var token = await TokenAsync();
        using var contact = _app.NewClient();
        var link = $"/lien/organisation?jeton={token}";
        Assert.Contains("contact@example.org", (await contact.PageAsync(link)).Text(), StringComparison.Ordinal);
        using (var saved = await contact.SendAsync(link, "[name=version]", ("telephone", "02 40 33 33 33")))
        {
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }

        Assert.Equal("02 40 33 33 33", (await OrganisationAsync()).Telephone);
        await using (var db = _app.NewContext())
        {
            Assert.Equal(AuthorKind.ActionLink, (await db.AuditEntries.SingleAsync(row => row.ActCode == "network.act.organisation_edited", Ct)).AuthorKind);
        }

        // It opens no workspace, and nothing once it is taken back.
        Assert.Equal(HttpStatusCode.Redirect, (await contact.GetAsync("/espace", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await contact.GetAsync($"/connexion/lien?jeton={token}", Ct)).StatusCode);
        using (await team.SendAsync(address, "[name=linkId]"))
        {
        }

        Assert.Equal(HttpStatusCode.NotFound, (await contact.GetAsync(link, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("/espace/personnes?role=campus_team", "/en/espace/personnes?role=campus_team")]
    [InlineData("/espace/traces?acte=access.act.signed_in", "/en/espace/traces?acte=access.act.signed_in")]
    [InlineData("/connexion/lien?jeton=abc", "/en/connexion/lien?jeton=abc")]
    public async Task Page_InTheOtherLanguage_KeepsWhatItsAddressSays(string address, string other)
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);

        using var response = await director.GetAsync(address, Ct);

        Assert.Equal(other, (await response.ReadPageAsync()).QuerySelector(".site-tools [hreflang=en]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/espace/traces?au=9999-12-31")]
    [InlineData("/espace/traces?du=0001-01-01")]
    [InlineData("/espace/traces?acte=rien.de.tel")]
    [InlineData("/espace/personnes?role=roi")]
    [InlineData("/espace/personnes?page=0")]
    public async Task Filter_ThatIsNotUnderstood_IsSaidInWords(string address)
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);

        using var response = await director.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(string.IsNullOrWhiteSpace((await response.ReadPageAsync()).Alert()));
    }

    [Fact]
    public async Task Audit_Searched_TellsWhatWasDoneInOnesPerimeterAndIsExported()
    {
        using var director = await _app.AsAsync(_a, Role.CampusDirector, OfCampus);
        using (await director.SendAsync($"/espace/organisations/{_member.OrganisationId}", "[name=version]", ("telephone", "02 40 44 44 44")))
        {
        }

        var page = await director.PageAsync("/espace/traces?acte=network.act.organisation_edited");
        Assert.Contains("02 40 44 44 44", page.Text(), StringComparison.Ordinal);
        using var export = await director.GetAsync("/espace/traces?format=csv", Ct);
        Assert.Equal("text/csv", export.Content.Headers.ContentType!.MediaType);
        Assert.Contains("network.act.organisation_edited", await export.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var sheet = await director.GetAsync("/espace/traces?format=xlsx", Ct);
        using var opened = SpreadsheetDocument.Open(await sheet.Content.ReadAsStreamAsync(Ct), isEditable: false);
        Assert.Contains(opened.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>(), cell => cell.InnerText == "network.act.organisation_edited");
        using var wrong = await director.GetAsync("/espace/traces?du=hier", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Profile_Changed_IsHowThePersonIsCalledFromThenOn()
    {
        using var team = await _app.AsAsync(_a, Role.CampusTeam, OfCampus);

        using var empty = await team.SendAsync("/espace/compte/profil", "[name=name]", ("name", " \t "), ("language", "en"));
        using var saved = await team.SendAsync("/espace/compte/profil", "[name=name]", ("name", "  Zoé   Le  Goff "), ("language", "en"));

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal("/espace/compte", saved.Headers.Location!.OriginalString);
        Assert.Contains("Zoé Le Goff", (await team.PageAsync("/espace")).Text(), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response) => (await response.ReadPageAsync()).QuerySelector("main")!.TextContent;

    private static Task<HttpResponseMessage> InviteAsync(HttpClient visitor, string role, string scope, string email = "ali@example.org") =>
        visitor.SendAsync("/espace/personnes/inviter", "[name=email]", ("email", email), ("name", "Ali Ben"), ("role", role), ("scope", scope), ("language", "fr"));

    private async Task<Organisation> OrganisationAsync()
    {
        await using var db = _app.NewContext();
        return await db.Set<Organisation>().AsNoTracking().SingleAsync(Ct);
    }

    /// <summary>The secret of the last link, as its message holds it.</summary>
    private async Task<string> TokenAsync()
    {
        await using var db = _app.NewContext();
        var content = (await db.OutgoingMessages.OrderByDescending(row => row.CreatedAt).FirstAsync(Ct)).Content!;
        var secrets = (Maillage.Shared.ISecretKeeper)_app.Services.GetService(typeof(Maillage.Shared.ISecretKeeper))!;
        return secrets.Unprotect("Maillage.Messages.Content", content)!.Split("jeton=")[1].Split('"')[0];
    }
}
