using Maillage.Access.Rights;
using Maillage.Publishing;
using Maillage.Steering.Bodies;
using Maillage.Steering.Funding;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Journeys.Access;

/// <summary>Every page of the workspace, as who runs the platform and as who runs a campus: axe finds nothing, a phone shows it all.</summary>
public sealed class WorkspacePagesTests(Site site, Office office) : IClassFixture<Office>
{
    private static readonly string[] Pages =
    [
        "/espace", "/espace/signalements", "/espace/campus", "/espace/campus/{campus}", "/espace/campus/{campus}/agenda", "/espace/campus/{campus}/agenda/evenement", "/espace/campus/{campus}/articles", "/espace/campus/{campus}/articles/texte", "/espace/campus/{campus}/documents", "/espace/campus/{campus}/axes", "/espace/campus/{campus}/actions", "/espace/campus/{campus}/actions/nouvelle", "/espace/actions/{action}", "/espace/actions/{action}/modifier", "/espace/organisations", "/espace/organisations/{organisation}", "/espace/propositions", "/espace/taches", "/espace/reglages", "/espace/personnes", "/espace/personnes/{person}",
        "/espace/campus/{campus}/actions/financements", "/espace/financements/{grant}", "/espace/campus/{campus}/pilotage", "/espace/campus/{campus}/pilotage/calendrier", "/espace/campus/{campus}/pilotage/decisions", "/espace/instances/{body}", "/espace/reunions/{meeting}",
        "/espace/personnes/inviter", "/espace/traces", "/espace/cles", "/espace/courriels", "/espace/effacement", "/espace/droits", "/espace/compte",
        "/espace/compte/mot-de-passe", "/espace/compte/telephone", "/espace/compte/courriels", "/espace/compte/donnees", "/espace/compte/profil", "/connexion", "/connexion/lien", "/donnees-personnelles",
    ];

    [Theory]
    [InlineData("fr", Role.Administrator)]
    [InlineData("en", Role.CampusDirector)]
    public async Task Pages_OfTheWorkspace_AreForEveryoneAndFitAPhone(string language, Role role)
    {
        var scope = role == Role.Administrator ? Scope.National : Scope.Campus(office.Campus.CampusId);
        var account = await office.PersonAsync($"{role}.{language}@example.org".ToLowerInvariant(), language, role, scope);
        var other = await office.PersonAsync($"autre.{language}@example.org", language, Role.CampusTeam);
        await office.App.Data.SaveAsync(new FactReport
        {
            Page = "/campus/nautisme", Message = "Le siège a déménagé à Nantes.", Language = "fr", SentAt = DateTime.UnixEpoch.AddYears(56),
            ScopeKind = ScopeKind.Campus, ScopeKey = office.Campus.CampusId.ToString(),
        });
        var axis = TestData.WorkAxis(office.Campus, "Attractivité");
        var action = TestData.PlanAction(axis, "Ouvrir le plateau technique aux collégiens", TestData.Today.AddDays(-1));
        var body = TestData.Body(office.Campus, "Comité de pilotage");
        var meeting = TestData.Meeting(body, TestData.Clock().GetUtcNow().UtcDateTime);
        meeting.Agenda = "Bilan\nPlan d’action";
        var seat = new BodyMember { SteeringBodyId = body.SteeringBodyId, CampusId = office.Campus.CampusId, Name = "Ada Martin", Function = "Présidente" };
        var grant = new Grant { CampusId = office.Campus.CampusId, Name = "France 2030", Funder = "État", AmountCents = 123_456_78 };
        await office.App.Data.SaveAsync(axis, action, grant, body, meeting, seat, TestData.Decision(meeting, "Écrire aux membres", TestData.Today.AddDays(-1)));
        await using var visitor = await site.VisitAsync(office.Address, language);
        await office.SignInByLinkAsync(visitor, account);
        await office.ProveAsync(account);

        var wide = new List<string>();
        foreach (var page in Pages)
        {
            await visitor.Page.SetViewportSizeAsync(1440, 900);
            var response = await visitor.OpenAsync(page.Replace("{grant}", grant.GrantId.ToString(), StringComparison.Ordinal).Replace("{body}", body.SteeringBodyId.ToString(), StringComparison.Ordinal).Replace("{meeting}", meeting.MeetingId.ToString(), StringComparison.Ordinal).Replace("{action}", action.PlanActionId.ToString(), StringComparison.Ordinal).Replace("{organisation}", office.Company.OrganisationId.ToString(), StringComparison.Ordinal).Replace("{campus}", office.Campus.CampusId.ToString(), StringComparison.Ordinal).Replace("{person}", other.Id.ToString(), StringComparison.Ordinal));
            if (response.Status == 404 && role != Role.Administrator)
            {
                continue;
            }

            Assert.True(response.Ok, $"{page}: {response.Status}");
            await Accessible.CheckAsync(visitor.Page);
            await visitor.Page.SetViewportSizeAsync(360, 800);
            if (await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                wide.Add(page);
            }
        }

        Assert.Empty(wide);
        visitor.AssertNoComplaint();
    }
}
