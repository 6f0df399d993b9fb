using System.Net;
using System.Net.Http.Headers;
using Maillage.Access.Rights;
using Maillage.Files;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Steering;
using Maillage.Steering.Actions;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Steering;

/// <summary>The plan of a campus: its axes, its actions, what its team sees of them and what everyone does.</summary>
public sealed class ActionPagesTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private WebApp _app = null!;
    private Campus _campus = null!;
    private Organisation _member = null!;
    private Organisation _stranger = null!;
    private WorkAxis _axis = null!;
    private WorkAxis _other = null!;
    private HttpClient _director = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Plan => $"/espace/campus/{_campus.CampusId}/actions";

    public async ValueTask InitializeAsync()
    {
        _campus = _a.Campus(x => x.Named("Nautisme").In("52"));
        (_member, _stranger) = (_a.Organisation(x => x.Named("Lycée Livet")), _a.Organisation(x => x.Named("Ailleurs")));
        (_axis, _other) = (TestData.WorkAxis(_campus, "Attractivité"), TestData.WorkAxis(_campus, "Innovation", 2));
        _app = await WebApp.WithAsync([.. TestData.Territories(), _campus, _axis, _other, _member, _stranger, TestData.Membership(_campus, _member)]);
        _director = await _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_campus.CampusId));
    }

    public async ValueTask DisposeAsync()
    {
        _director.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Action_Planned_IsInThePlanAndNotOnThePublicPage()
    {
        using var planned = await PlanAsync(("title", "Forum des métiers"), ("leadName", "Ada Martin"), ("organisation", _member.OrganisationId.ToString()), ("endsOn", "2027-03-31"));

        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var row = (await _director.PageAsync(Plan)).QuerySelector("tbody tr")!.TextContent;
        Assert.All(["Forum des métiers", "Attractivité", "Ada Martin", "Lycée Livet", "31 mars 2027", "Prévue"], text => Assert.Contains(text, row, StringComparison.Ordinal));
        using var visitor = _app.NewClient();
        Assert.DoesNotContain("Forum des métiers", (await visitor.PageAsync($"/campus/{_campus.Slug}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_MadePublic_ShowsItsOrganisationAndNoPerson()
    {
        using var planned = await PlanAsync(("title", "Forum des métiers"), ("titleEn", "Careers fair"), ("leadName", "Ada Martin"), ("organisation", _member.OrganisationId.ToString()), ("isPublic", "true"));
        using var visitor = _app.NewClient();

        var french = (await visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelector("#presentation")!.TextContent;
        var english = (await visitor.PageAsync($"/en/campus/{_campus.Slug}")).QuerySelector("#presentation")!.TextContent;

        Assert.Contains("Forum des métiers · Lycée Livet", french, StringComparison.Ordinal);
        Assert.Contains("Careers fair", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Martin", french + english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_AbandonedWithItsReason_SaysWhyAndLeavesThePublicPage()
    {
        var id = await PlannedAsync("Forum", ("isPublic", "true"));

        using var nameless = await _director.SendAsync($"/espace/actions/{id}", "[name=reason]", ("reason", " "), ("what", "abandon"));
        using var abandoned = await _director.SendAsync($"/espace/actions/{id}", "[name=reason]", ("reason", "Le financeur se retire."), ("what", "abandon"));
        using var again = await _director.SendAsync($"/espace/actions/{id}", "[name=what]", ("what", "finish"));

        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, abandoned.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("Le financeur se retire.", (await _director.PageAsync($"/espace/actions/{id}")).Body!.TextContent, StringComparison.Ordinal);
        using var visitor = _app.NewClient();
        Assert.DoesNotContain("Forum", (await visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelector("#presentation")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("axis", "", "axis")]
    [InlineData("axis", "n’importe quoi", "axis")]
    [InlineData("title", "  ", "title")]
    [InlineData("title", 201, "title")]
    [InlineData("titleEn", 201, "titleEn")]
    [InlineData("description", 4001, "description")]
    [InlineData("lead", "5f0c9f3e-0000-0000-0000-000000000000", "lead")]
    [InlineData("leadName", 121, "leadName")]
    [InlineData("organisation", "stranger", "organisation")]
    [InlineData("startsOn", "31/12/2027", "startsOn")]
    [InlineData("endsOn", "2027-02-30", "endsOn")]
    [InlineData("endsOn", "0001-01-01", "endsOn")]
    [InlineData("endsOn", "2026-01-01", "endsOn")]
    public async Task Action_WronglyTyped_IsRefusedAtItsFieldWithTheRestKept(string field, object value, string at)
    {
        var typed = value is int length ? new string('é', length) : (string)value == "stranger" ? _stranger.OrganisationId.ToString() : (string)value;

        using var refused = await PlanAsync(("title", "Forum"), ("startsOn", "2026-09-01"), ("description", "Le grand forum"), (field, typed));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadPageAsync();
        Assert.NotNull(page.QuerySelector($"#{at}-error"));
        Assert.Equal(field == "title" ? typed.Trim() : "Forum", page.QuerySelector("#title")!.GetAttribute("value") ?? "");
        await using var db = _app.NewContext();
        Assert.False(await db.PlanActions.AnyAsync(Ct));
    }

    [Fact]
    public async Task Action_WithMarkupForATitle_IsShownAsTyped()
    {
        await PlannedAsync("<script>alert(1)</script>", ("isPublic", "true"));
        using var visitor = _app.NewClient();

        var page = await visitor.PageAsync($"/campus/{_campus.Slug}");

        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("#presentation")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#presentation script"));
    }

    [Fact]
    public async Task Action_ChangedByTwoPeople_TellsTheSecondAndLosesNothingTyped()
    {
        var id = await PlannedAsync("Forum");
        var address = $"/espace/actions/{id}/modifier";
        var version = (await _director.PageAsync(address)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        using var first = await _director.SendAsync(address, "[name=version]", ("title", "Forum de mars"), ("axis", _axis.WorkAxisId.ToString()));

        using var second = await _director.SendAsync(address, "[name=version]", ("title", "Forum d’avril"), ("axis", _axis.WorkAxisId.ToString()), ("version", version));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.ReadPageAsync();
        Assert.Equal("Forum d’avril", page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Contains("Forum de mars", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using var db = _app.NewContext();
        Assert.Equal("Forum de mars", (await db.PlanActions.SingleAsync(Ct)).Title.Fr);
    }

    [Fact]
    public async Task Action_Followed_KeepsPartnersIndicatorsAndEvidence()
    {
        var id = await PlannedAsync("Forum");
        var address = $"/espace/actions/{id}";

        using var partner = await _director.SendAsync(address, "[name=organisation]", ("organisation", _member.OrganisationId.ToString()));
        using var foreigner = await _director.PostFieldsAsync($"{address}?handler=Partner", ("organisation", _stranger.OrganisationId.ToString()));
        using var indicator = await _director.SendAsync(address, "#name", ("name", "Élèves reçus"), ("target", "1 200,5"), ("reached", "300"), ("unit", "élèves"));
        using var wordy = await _director.SendAsync(address, "#name", ("name", "Élèves"), ("target", "beaucoup"));
        using var link = await _director.PostFieldsAsync($"{address}?handler=Evidence", ("title", "Reportage"), ("address", "https://example.org/forum"));
        using var trap = await _director.PostFieldsAsync($"{address}?handler=Evidence", ("title", "Piège"), ("address", "javascript:alert(1)"));
        using var file = await SendFileAsync(address, "bilan.pdf", FileSamples.Pdf);

        Assert.All([partner, indicator, link, file], response => Assert.Equal(HttpStatusCode.Redirect, response.StatusCode));
        Assert.All([foreigner, wordy, trap], response => Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode));
        Assert.Contains("beaucoup", (await wordy.ReadPageAsync()).QuerySelector("#target-error")!.TextContent, StringComparison.Ordinal);
        var page = await _director.PageAsync(address);
        Assert.Contains("Élèves reçus", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lycée Livet", page.QuerySelector("[aria-labelledby=partners] li")!.TextContent, StringComparison.Ordinal);
        var kept = page.QuerySelector("[aria-labelledby=evidence] a[href*=pieces]")!.GetAttribute("href")!;
        using var read = await _director.GetAsync(kept, Ct);
        Assert.Equal(FileSamples.Pdf, await read.Content.ReadAsByteArrayAsync(Ct));
        using var member = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_member.OrganisationId));
        using var hidden = await member.GetAsync(kept, Ct);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Action_Removed_LeavesNothingOfItsFiles()
    {
        var id = await PlannedAsync("Forum");
        using var file = await SendFileAsync($"/espace/actions/{id}", "bilan.pdf", FileSamples.Pdf);

        using var removed = await _director.PostFieldsAsync($"/espace/actions/{id}/modifier?handler=Remove");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        await using var db = _app.NewContext();
        Assert.False(await db.PlanActions.AnyAsync(Ct) || await db.ActionEvidence.AnyAsync(Ct) || await db.StoredFiles.AnyAsync(Ct) || await db.StoredContents.AnyAsync(Ct));
    }

    [Fact]
    public async Task Plan_Filtered_KeepsWhatAnswersAndLeavesAsATable()
    {
        var late = TestData.PlanAction(_axis, "En retard", TestData.Today.AddDays(-1));
        var today = TestData.PlanAction(_axis, "Pour ce soir", TestData.Today);
        var elsewhere = TestData.PlanAction(_other, "Ailleurs");
        (late.LeadName, late.LeadOrganisationId) = ("Ada Martin", _member.OrganisationId);
        elsewhere.Apply(PlanActionEvent.Begin);
        await _app.Data.SaveAsync(late, today, elsewhere);

        Assert.Equal(["En retard"], await TitlesAsync("?retard=oui"));
        Assert.Equal(["Ailleurs"], await TitlesAsync($"?axe={_other.WorkAxisId}"));
        Assert.Equal(["Ailleurs"], await TitlesAsync("?etat=under_way"));
        Assert.Equal(["En retard"], await TitlesAsync("?porteur=n-Ada%20Martin"));
        Assert.Equal(["En retard"], await TitlesAsync($"?porteur=o-{_member.OrganisationId}"));
        Assert.Equal(["En retard", "Pour ce soir", "Ailleurs"], await TitlesAsync(""));
        var csv = await _director.GetStringAsync($"{Plan}?retard=oui&format=csv", Ct);
        Assert.StartsWith("Axe,Action,Porteur", csv, StringComparison.Ordinal);
        Assert.Contains("Attractivité,En retard,Ada Martin,Lycée Livet,,2026-11-22,Prévue,oui", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Ailleurs", csv, StringComparison.Ordinal);
        using var sheet = await _director.GetAsync($"{Plan}?format=xlsx", Ct);
        Assert.True(sheet.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("?axe=x")]
    [InlineData("?etat=perdue")]
    [InlineData("?retard=peut-etre")]
    [InlineData("?porteur=o-0")]
    [InlineData("?page=9")]
    [InlineData("?page=-1")]
    public async Task Plan_AskedWithWhatMeansNothing_SaysSoAndStillShows(string query)
    {
        await _app.Data.SaveAsync(TestData.PlanAction(_axis, "Forum"));

        using var response = await _director.GetAsync(Plan + query, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.ReadPageAsync();
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Single(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Plan_OfTwoThousandActions_ComesByPages()
    {
        await _app.Data.SaveAsync(Enumerable.Range(0, 2_000).Select(number => TestData.PlanAction(number % 2 == 0 ? _axis : _other, $"Action {number}", TestData.Today.AddDays(number))));

        var page = await _director.PageAsync($"{Plan}?page=40");
        var csv = await _director.GetStringAsync($"{Plan}?format=csv", Ct);

        Assert.Equal(50, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(2_001, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData(Role.CampusTeam, true)]
    [InlineData(Role.Rectorate, true)]
    [InlineData(Role.RegionalCouncil, true)]
    [InlineData(Role.OrganisationHead, false)]
    [InlineData(Role.Learner, false)]
    public async Task Plan_OfACampus_IsForItsTeamAndItsAuthorities(Role role, bool opens)
    {
        var scope = role switch
        {
            Role.CampusTeam => Scope.Campus(_campus.CampusId),
            Role.Rectorate => Scope.AcademicRegion("52"),
            Role.RegionalCouncil => Scope.RegionalCouncil("52"),
            _ => Scope.Organisation(_member.OrganisationId),
        };
        using var reader = await _app.AsAsync(_a, role, scope);

        using var response = await reader.GetAsync(Plan, Ct);

        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Axes_OfACampus_AreAddedWordedOrderedAndRemovedWhenEmpty()
    {
        var address = $"/espace/campus/{_campus.CampusId}/axes";
        await PlannedAsync("Forum");
        using var added = await _director.SendAsync(address, "#titleFr", ("titleFr", "Mobilité"), ("titleEn", "Mobility"), ("description", "Partir\r\net revenir"));
        using var nameless = await _director.SendAsync(address, "#titleFr", ("titleFr", " "));
        var mobility = await AxisAsync("Mobilité");

        using var up = await _director.PostFieldsAsync($"{address}?handler=Move", ("axisId", mobility.ToString()), ("to", "up"));
        using var used = await _director.PostFieldsAsync($"{address}?handler=Remove", ("axisId", _axis.WorkAxisId.ToString()));
        using var empty = await _director.PostFieldsAsync($"{address}?handler=Remove", ("axisId", _other.WorkAxisId.ToString()));
        using var stale = await _director.PostFieldsAsync($"{address}?handler=Change", ("axisId", mobility.ToString()), ("titleFr", "Ailleurs"), ("version", "0"));

        Assert.All([added, up, empty], response => Assert.Equal(HttpStatusCode.Redirect, response.StatusCode));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (nameless.StatusCode, used.StatusCode, stale.StatusCode));
        Assert.Equal("Ailleurs", (await stale.ReadPageAsync()).QuerySelector($"#titleFr-{mobility}")!.GetAttribute("value"));
        using var visitor = _app.NewClient();
        var shown = (await visitor.PageAsync($"/campus/{_campus.Slug}")).QuerySelectorAll("#presentation > ul > li > strong").Select(axis => axis.TextContent);
        Assert.Equal(["Attractivité", "Mobilité"], shown);
    }

    private async Task<Guid> AxisAsync(string title)
    {
        await using var db = _app.NewContext();
        return await db.WorkAxes.Where(row => row.Title.Fr == title).Select(row => row.WorkAxisId).SingleAsync(Ct);
    }

    private async Task<IEnumerable<string>> TitlesAsync(string query) =>
        (await _director.PageAsync(Plan + query)).QuerySelectorAll("tbody th").Select(title => title.TextContent.Trim());

    private async Task<Guid> PlannedAsync(string title, params (string Name, string Value)[] fields)
    {
        using var planned = await PlanAsync([("title", title), .. fields]);
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        await using var db = _app.NewContext();
        return await db.PlanActions.OrderByDescending(row => row.PlanActionId).Select(row => row.PlanActionId).FirstAsync(Ct);
    }

    private Task<HttpResponseMessage> PlanAsync(params (string Name, string Value)[] fields)
    {
        var typed = fields.GroupBy(field => field.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
        typed.TryAdd("axis", _axis.WorkAxisId.ToString());
        return _director.PostFieldsAsync($"{Plan}/nouvelle", [.. typed.Select(pair => (pair.Key, pair.Value))]);
    }

    private async Task<HttpResponseMessage> SendFileAsync(string address, string name, byte[] content)
    {
        var token = await _director.TokenAsync();
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Bilan"), "title" }, { file, "file", name } };
        return await _director.PostAsync($"{address}?handler=Evidence", form, Ct);
    }
}
