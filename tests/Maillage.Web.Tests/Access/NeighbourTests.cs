using System.Net;
using System.Reflection;
using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.ApiKeys;
using Maillage.Access.Invitations;
using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Data.Audit;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Publishing;
using Maillage.Publishing.Agenda;
using Maillage.Publishing.Articles;
using Maillage.Publishing.Documents;
using Maillage.Shared;
using Maillage.Steering.Bodies;
using Maillage.Steering.Funding;
using Maillage.TestKit;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Web.Tests.Access;

/// <summary>
/// Every page of the workspace and each of its handlers, found by walking the routes, is called as each role of campus A with
/// what belongs to campus B. Nothing of B is shown, nothing of B changes, and a page that a role may not open is not there.
/// </summary>
public sealed class NeighbourTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Mark = "Zphyrine";

    /// <summary>Roles of campus A or of its territory, each within its own scope; those of the country have no neighbour.</summary>
    private static readonly Role[] Local =
        [Role.Rectorate, Role.RegionalCouncil, Role.CampusDirector, Role.CampusTeam, Role.OrganisationHead, Role.OrganisationStaff, Role.CompanyContact, Role.Learner, Role.Guardian];

    private readonly TestData _a = new();
    private readonly List<Guid> _foreign = [];
    private WebApp _app = null!;
    private Campus _campusA = null!;
    private Organisation _memberA = null!;
    private Organisation _memberB = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _campusA = _a.Campus(x => x.Named("Campus voisin").In("52"));
        var campusB = _a.Campus(x => x.Named($"{Mark} campus").In("53"));
        _memberA = _a.Organisation(x => x.Named("Lycée voisin"));
        _memberB = _a.Organisation(x => x.Named($"{Mark} lycée").With(row => row.RegionCode = "53"));
        var director = Named(_a.Account(), $"{Mark} Directrice");
        var team = Named(_a.Account(), $"{Mark} Équipière");
        var directorRole = TestData.RoleAssignment(director, Role.CampusDirector, Scope.Campus(campusB.CampusId));
        var teamRole = TestData.RoleAssignment(team, Role.CampusTeam, Scope.Campus(campusB.CampusId));
        var staffRole = TestData.RoleAssignment(team, Role.OrganisationStaff, Scope.Organisation(_memberB.OrganisationId));
        var now = TestData.Clock().GetUtcNow().UtcDateTime;
        var invitation = new Invitation
        {
            TokenDigest = Secret.DigestOf("b"), Email = "zphyrine.invitee@example.org", Name = $"{Mark} Invitée", Role = Role.CampusTeam, ScopeKind = ScopeKind.Campus,
            ScopeKey = campusB.CampusId.ToString(), InvitedBy = director.Id, SentAt = now, ExpiresAt = now.AddDays(14),
        };
        var key = new ApiKey
        {
            Name = $"{Mark} logiciel", Digest = Secret.DigestOf("k"), Permission = Permission.EditOrganisation, ScopeKind = ScopeKind.Campus,
            ScopeKey = campusB.CampusId.ToString(), GivenBy = director.Id, CreatedAt = now, EndsOn = TestData.Today.AddDays(30),
        };
        var link = new ActionLink
        {
            TokenDigest = Secret.DigestOf("l"), Purpose = LinkPurpose.CorrectOrganisation, Email = "zphyrine.contact@example.org", SubjectId = _memberB.OrganisationId,
            SentBy = director.Id, SentAt = now, ExpiresAt = now.AddDays(30), ServesAgain = true,
        };
        var report = new FactReport
        {
            Page = $"/campus/{campusB.Slug}", Message = $"{Mark} a changé de nom.", Language = "fr", SentAt = now, ScopeKind = ScopeKind.Campus, ScopeKey = campusB.CampusId.ToString(),
        };
        var file = new StoredFile { Name = $"{Mark}.pdf", Kind = FileKind.Pdf, Length = 3, Digest = "", StoredAt = now };
        var document = new SharedDocument { CampusId = campusB.CampusId, StoredFileId = file.StoredFileId, Title = $"{Mark} charte", Audience = DocumentAudience.Members, SharedAt = now };
        var axis = TestData.WorkAxis(campusB, $"{Mark} axe");
        var action = TestData.PlanAction(axis, $"{Mark} action");
        var body = TestData.Body(campusB, $"{Mark} comité", isForMembers: true);
        var meeting = TestData.Meeting(body, now);
        var decision = TestData.Decision(meeting, $"{Mark} décision");
        var seat = new BodyMember { SteeringBodyId = body.SteeringBodyId, CampusId = campusB.CampusId, Name = $"{Mark} Élue" };
        var grant = new Grant { CampusId = campusB.CampusId, Name = $"{Mark} subvention", Funder = "Région", AmountCents = 100 };
        var expense = new Expense { CampusId = campusB.CampusId, GrantId = grant.GrantId, Label = $"{Mark} achat", PaidOn = TestData.Today, AmountCents = 1, IsEligible = true };
        _app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), _campusA, campusB, _memberA, _memberB, TestData.Membership(_campusA, _memberA), TestData.Membership(campusB, _memberB),
            director, team, directorRole, teamRole, staffRole, invitation, key, link, report, file,
            new StoredContent { StoredFileId = file.StoredFileId, Bytes = [1, 2, 3] }, document, axis, action, body, meeting, decision, seat, grant, expense,
        ]);
        var draft = new Article
        {
            CampusId = campusB.CampusId, Kind = ArticleKind.News, Slug = "brouillon", Title = new LocalizedText($"{Mark} brouillon"), Body = new LocalizedText($"{Mark} ouvre."), UpdatedAt = now,
        };
        await _app.Data.SaveAsync(draft, new ArticleVersion { ArticleId = draft.ArticleId, Number = 1, Title = draft.Title, Body = draft.Body, At = now });
        var secretEvent = new AgendaEvent
        {
            CampusId = campusB.CampusId, Slug = "secret", Title = new LocalizedText($"{Mark} forum"), StartsAt = now.AddDays(9), EndsAt = now.AddDays(10), Places = 10, UpdatedAt = now,
        };
        await _app.Data.SaveAsync(secretEvent, new EventRegistration
        {
            AgendaEventId = secretEvent.AgendaEventId, CampusId = campusB.CampusId, Number = 1, Name = $"{Mark} Visiteuse", Email = "visiteuse@example.org", People = 1, Language = "fr",
            State = RegistrationState.Registered, CreatedAt = now, TokenDigest = Secret.DigestOf("r"), SealedToken = "",
        });
        _foreign.AddRange(
        [
            campusB.CampusId, _memberB.OrganisationId, director.Id, team.Id, directorRole.RoleAssignmentId, teamRole.RoleAssignmentId, staffRole.RoleAssignmentId,
            invitation.InvitationId, key.ApiKeyId, link.ActionLinkId, report.FactReportId, document.SharedDocumentId,
            axis.WorkAxisId, action.PlanActionId, draft.ArticleId, secretEvent.AgendaEventId,
            grant.GrantId, expense.ExpenseId, body.SteeringBodyId, meeting.MeetingId, decision.MeetingDecisionId, seat.BodyMemberId,
        ]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task EveryRoute_AsEachRoleOfCampusA_KeepsCampusBToItself()
    {
        var pages = await PagesAsync();
        var before = await TracesOfBAsync();
        var (tried, unexpected) = (0, new List<string>());
        foreach (var role in Local)
        {
            using var visitor = await _app.AsAsync(_a, role, ScopeOf(role));
            var token = (await visitor.PageAsync("/espace")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var page in pages)
            {
                foreach (var (method, address, fields, allowed) in Calls(page, role, token))
                {
                    tried++;
                    using var response = method == "GET" ? await visitor.GetAsync(address, Ct) : await visitor.PostAsync(address, new FormUrlEncodedContent(fields), Ct);
                    var body = await response.Content.ReadAsStringAsync(Ct);
                    if (!allowed.Contains(response.StatusCode))
                    {
                        unexpected.Add($"{role} {method} {address}: {(int)response.StatusCode}");
                    }

                    if (body.Contains(Mark, StringComparison.OrdinalIgnoreCase))
                    {
                        unexpected.Add($"{role} {method} {address}: shows what belongs to campus B");
                    }
                }
            }
        }

        output.WriteLine($"{tried} calls of {pages.Count} pages as {Local.Length} roles");
        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected.Take(30)));
        Assert.True(tried > 200, $"Only {tried} calls were found.");
        Assert.Equal(before, await TracesOfBAsync());
    }

    [Fact]
    public async Task EveryRoute_WithoutASession_LeadsToTheSignIn()
    {
        using var visitor = _app.NewClient();

        foreach (var page in await PagesAsync())
        {
            using var response = await visitor.GetAsync(AddressOf(page, _foreign[0]), Ct);
            Assert.True(response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.Contains("/connexion", StringComparison.Ordinal), $"{page.ViewEnginePath}: {response.StatusCode}");
        }
    }

    [Fact]
    public void EveryRouteOfTheApi_ThatWrites_IsListedHere()
    {
        var writes = _app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: var methods } && methods.Except(["GET", "HEAD"]).Any())
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(["/api/v1/organisations/{id}"], writes);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("unknown")]
    [InlineData("revoked")]
    public async Task KeyOfTheApi_OutsideItsPerimeter_ChangesNothing(string which)
    {
        var director = _a.Account();
        var secret = ApiKey.Prefix + Secret.New();
        var key = new ApiKey
        {
            Name = "Logiciel", Digest = Secret.DigestOf(secret), Permission = Permission.EditOrganisation, ScopeKind = ScopeKind.Campus, ScopeKey = _campusA.CampusId.ToString(),
            GivenBy = director.Id, CreatedAt = _app.Clock.GetUtcNow().UtcDateTime, EndsOn = TestData.Today.AddDays(30),
        };
        if (which == "revoked")
        {
            key.Revoke(_app.Clock.GetUtcNow().UtcDateTime);
        }

        await _app.Data.SaveAsync(director, TestData.RoleAssignment(director, Role.CampusDirector, Scope.Campus(_campusA.CampusId)), key);
        using var system = _app.NewClient();

        using var own = await PatchAsync(system, _memberA.Slug, which == "unknown" ? secret + "x" : secret);
        using var neighbour = await PatchAsync(system, _memberB.Slug, which == "unknown" ? secret + "x" : secret);

        Assert.Equal(which == "a" ? HttpStatusCode.NoContent : HttpStatusCode.Unauthorized, own.StatusCode);
        Assert.Equal(which == "a" ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized, neighbour.StatusCode);
        await using var db = _app.NewContext();
        Assert.Equal(which == "a" ? "02 40 00 00 00" : null, (await db.Set<Organisation>().SingleAsync(row => row.OrganisationId == _memberA.OrganisationId, Ct)).Telephone);
        Assert.Null((await db.Set<Organisation>().SingleAsync(row => row.OrganisationId == _memberB.OrganisationId, Ct)).Telephone);
    }

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient system, string slug, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/organisations/{slug}") { Content = new StringContent("""{"telephone":"02 40 00 00 00"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", key);
        return await system.SendAsync(request, Ct);
    }

    /// <summary>The calls of one page: its own address, then each handler with every identifier of campus B in each of its identifiers.</summary>
    private IEnumerable<(string Method, string Address, List<KeyValuePair<string, string>> Fields, HttpStatusCode[] Allowed)> Calls(CompiledPageActionDescriptor page, Role role, string token)
    {
        var needed = page.HandlerTypeInfo.GetCustomAttribute<NeedsAttribute>()?.Permission;
        var isOpen = needed is null || PermissionTable.Of(role).Contains(needed.Value);
        var hasId = page.AttributeRouteInfo!.Template!.Contains("{id", StringComparison.Ordinal);
        if (!hasId)
        {
            yield return ("GET", AddressOf(page, default), [], [isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound]);
        }

        foreach (var id in _foreign)
        {
            if (hasId)
            {
                yield return ("GET", AddressOf(page, id), [], [HttpStatusCode.NotFound]);
            }

            foreach (var handler in page.HandlerMethods.Where(handler => handler.HttpMethod == "Post" && handler.Name is not ("SignOut" or "EndOthers")))
            {
                var takesIds = hasId || handler.Parameters.Any(parameter => parameter.ParameterInfo.ParameterType == typeof(Guid));
                if (!takesIds && id != _foreign[0])
                {
                    continue;
                }

                List<KeyValuePair<string, string>> fields = [new("__RequestVerificationToken", token)];
                fields.AddRange(handler.Parameters.Where(parameter => parameter.ParameterInfo.ParameterType == typeof(Guid)).Select(parameter => new KeyValuePair<string, string>(parameter.Name, id.ToString())));
                fields.AddRange(
                [
                    new("email", "quelquun@example.org"), new("recipient", "quelquun@example.org"), new("role", "campus_team"), new("permission", "edit_organisation"),
                    new("scope", $"campus:{id}"), new("name", "Nom"), new("reason", "motif"), new("outcome", "corrected"), new("version", "1"), new("endsOn", "2027-01-31"),
                ]);
                // With identifiers of another's things: not there. Without: refused for what is asked, or done for oneself.
                HttpStatusCode[] allowed = !isOpen || takesIds ? [HttpStatusCode.NotFound] : [HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.Redirect, .. handler.Name is "RemovePasskey" or "Unlink" ? new[] { HttpStatusCode.NotFound } : []];
                yield return ("POST", AddressOf(page, id) + (handler.Name is null ? "" : $"?handler={handler.Name}"), fields, allowed);
            }
        }
    }

    private async Task<List<CompiledPageActionDescriptor>> PagesAsync()
    {
        var loader = _app.Services.GetRequiredService<PageLoader>();
        var pages = new List<CompiledPageActionDescriptor>();
        foreach (var page in _app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(page => page.AttributeRouteInfo!.Template is { } template && (template == "espace" || template.StartsWith("espace/", StringComparison.Ordinal))))
        {
            pages.Add(await loader.LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty));
        }

        return pages;
    }

    private static string AddressOf(PageActionDescriptor page, Guid id) => "/" + page.AttributeRouteInfo!.Template!.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal);

    private Scope ScopeOf(Role role) => PermissionTable.ScopesOf(role)[0] switch
    {
        ScopeKind.AcademicRegion => Scope.AcademicRegion("52"),
        ScopeKind.RegionalCouncil => Scope.RegionalCouncil("52"),
        ScopeKind.Campus => Scope.Campus(_campusA.CampusId),
        ScopeKind.Organisation => Scope.Organisation(_memberA.OrganisationId),
        _ => Scope.Self(Guid.CreateVersion7()),
    };

    /// <summary>How often anything of campus B was written.</summary>
    private async Task<int> TracesOfBAsync()
    {
        await using var db = _app.NewContext();
        var keys = _foreign.ConvertAll(id => id.ToString());
        return await db.AuditEntries.CountAsync(row => keys.Contains(row.SubjectKey), Ct);
    }

    private static Account Named(Account account, string name)
    {
        account.Name = name;
        return account;
    }
}
