using System.Net;
using System.Net.Http.Headers;
using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Steering.Bodies;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Steering;

/// <summary>The bodies of a campus, their meetings and decisions: written by its team, read by its members where the body says so.</summary>
public sealed class BodyPagesTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private WebApp _app = null!;
    private Campus _campus = null!;
    private Organisation _member = null!;
    private HttpClient _director = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Steering => $"/espace/campus/{_campus.CampusId}/pilotage";

    public async ValueTask InitializeAsync()
    {
        _campus = _a.Campus(x => x.Named("Nautisme").In("52"));
        _member = _a.Organisation(x => x.Named("Lycée Livet"));
        _app = await WebApp.WithAsync([.. TestData.Territories(), _campus, _member, TestData.Membership(_campus, _member)]);
        _director = await _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_campus.CampusId));
    }

    public async ValueTask DisposeAsync()
    {
        _director.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Meeting_OfABodyOpenToMembers_IsReadByThemAndWrittenByTheTeamAlone()
    {
        var body = await BodyAsync("Plénière", isForMembers: true);
        var meeting = await MeetingAsync(body, ("startsAt", "2027-03-10T14:30"), ("endsAt", "16:00"), ("place", "Lycée Livet"), ("agenda", "Bilan\r\nBudget"));
        using var written = await SendReportAsync(meeting, "Tout va bien.", FileSamples.Pdf);
        using var decided = await _director.PostFieldsAsync($"{meeting}?handler=Decision", ("text", "Écrire aux membres"), ("ownerName", "Ada Martin"), ("dueOn", "2027-03-31"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        using var head = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_member.OrganisationId));

        var page = await head.PageAsync(meeting);
        var list = await head.PageAsync(Steering);
        var decisions = await head.PageAsync($"{Steering}/decisions");
        using var file = await head.GetAsync(page.QuerySelector("a[href*=pieces]")!.GetAttribute("href")!, Ct);
        using var refused = await head.PostFieldsAsync(meeting, ("startsAt", "2027-03-10T14:30"));
        using var decision = await head.PostFieldsAsync($"{meeting}?handler=Decision", ("text", "Prendre le pouvoir"));

        Assert.All(["14:30", "Bilan", "Budget", "Tout va bien.", "Écrire aux membres"], text => Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("main form:not([action*=SignOut])"));
        Assert.Contains("Plénière", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(decisions.QuerySelectorAll("tbody tr"));
        Assert.Equal(FileSamples.Pdf, await file.Content.ReadAsByteArrayAsync(Ct));
        Assert.All([refused, decision], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        await using var db = _app.NewContext();
        Assert.Equal(new DateTime(2027, 3, 10, 13, 30, 0, DateTimeKind.Utc), (await db.Meetings.SingleAsync(Ct)).StartsAt);
    }

    [Fact]
    public async Task Body_ClosedToMembers_IsNotThereForThemNorItsDecisionsAndFiles()
    {
        var body = await BodyAsync("Bureau", isForMembers: true);
        var meeting = await MeetingAsync(body, ("startsAt", "2027-03-10T14:30"));
        using var written = await SendReportAsync(meeting, "Entre nous.", FileSamples.Pdf);
        using var decided = await _director.PostFieldsAsync($"{meeting}?handler=Decision", ("text", "Recruter"));
        var file = (await _director.PageAsync(meeting)).QuerySelector("a[href*=pieces]")!.GetAttribute("href")!;
        using var closed = await _director.SendAsync(body, "[name=purpose], #purpose", ("kind", "executive_committee"), ("isForMembers", "false"));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using var head = await _app.AsAsync(_a, Role.OrganisationHead, Scope.Organisation(_member.OrganisationId));

        foreach (var address in (string[])[body, meeting, file])
        {
            using var response = await head.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        Assert.DoesNotContain("Bureau", (await head.PageAsync(Steering)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Recruter", (await head.PageAsync($"{Steering}/decisions")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Recruter", await head.GetStringAsync($"{Steering}/decisions?format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attendance_OfThoseWhoSit_IsKept()
    {
        var body = await BodyAsync("Copil");
        using var seated = await _director.PostFieldsAsync($"{body}?handler=Seat", ("name", "Ada Martin"), ("function", "Présidente"), ("organisation", _member.OrganisationId.ToString()), ("from", "2026-01-01"));
        using var nobody = await _director.PostFieldsAsync($"{body}?handler=Seat", ("function", "Présidente"));
        using var reversed = await _director.PostFieldsAsync($"{body}?handler=Seat", ("name", "Ada"), ("from", "2026-02-01"), ("until", "2026-01-01"));
        var meeting = await MeetingAsync(body, ("startsAt", "2026-11-20T09:00"));
        var seat = (await _director.PageAsync(meeting)).QuerySelector("[name=seat]")!.GetAttribute("value")!;

        using var came = await _director.PostFieldsAsync($"{meeting}?handler=Attend", ("seat", seat), ("came", "excused"), ("seat", Guid.CreateVersion7().ToString()), ("came", "present"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (seated.StatusCode, nobody.StatusCode, reversed.StatusCode, came.StatusCode));
        Assert.Equal("excused", (await _director.PageAsync(meeting)).QuerySelector("[name=came] option[selected]")!.GetAttribute("value"));
        await using var db = _app.NewContext();
        Assert.Single(await db.MeetingAttendances.ToListAsync(Ct));
    }

    [Theory]
    [InlineData("startsAt", "", "startsAt")]
    [InlineData("startsAt", "2027-03-28T02:30", "startsAt")]
    [InlineData("startsAt", "demain", "startsAt")]
    [InlineData("endsAt", "25:00", "endsAt")]
    [InlineData("endsAt", "09:00", "endsAt")]
    [InlineData("place", 201, "place")]
    [InlineData("agenda", 4001, "agenda")]
    public async Task Meeting_WronglyTyped_IsRefusedAtItsFieldWithTheRestKept(string field, object value, string at)
    {
        var body = await BodyAsync("Copil");

        using var refused = await CallAsync(body, ("startsAt", "2027-03-10T14:30"), ("place", "Nantes"), (field, value is int length ? new string('é', length) : (string)value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadPageAsync();
        Assert.NotNull(page.QuerySelector($"#{at}-error"));
        Assert.Equal(field == "place" ? 201 : 6, page.QuerySelector("#place")!.GetAttribute("value")!.Length);
        await using var db = _app.NewContext();
        Assert.False(await db.Meetings.AnyAsync(Ct));
    }

    [Fact]
    public async Task Meeting_ChangedByTwoPeople_TellsTheSecond()
    {
        var meeting = await MeetingAsync(await BodyAsync("Copil"), ("startsAt", "2027-03-10T14:30"));
        var version = (await _director.PageAsync(meeting)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        using var first = await _director.PostFieldsAsync(meeting, ("startsAt", "2027-03-10T15:00"), ("version", version));

        using var second = await _director.PostFieldsAsync(meeting, ("startsAt", "2027-03-10T16:00"), ("place", "Nantes"), ("version", version));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal("Nantes", (await second.ReadPageAsync()).QuerySelector("#place")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Decisions_AcrossMeetings_AreFilteredFollowedAndTakenAway()
    {
        var (copil, group) = (TestData.Body(_campus, "Copil"), TestData.Body(_campus, "Groupe mobilité"));
        var (first, second) = (TestData.Meeting(copil, DateTime.UnixEpoch.AddYears(56)), TestData.Meeting(group, DateTime.UnixEpoch.AddYears(56)));
        var (late, soon) = (TestData.Decision(first, "En retard", TestData.Today.AddDays(-1)), TestData.Decision(second, "=1+1", TestData.Today.AddDays(3)));
        await _app.Data.SaveAsync(copil, group, first, second, late, soon);

        Assert.Equal(["En retard"], await TextsAsync("?retard=oui"));
        Assert.Equal(["=1+1"], await TextsAsync($"?instance={group.SteeringBodyId}"));
        using var done = await _director.PostFieldsAsync($"/espace/reunions/{first.MeetingId}?handler=MoveDecision", ("decisionId", late.MeetingDecisionId.ToString()), ("what", "finish"));
        using var again = await _director.PostFieldsAsync($"/espace/reunions/{first.MeetingId}?handler=MoveDecision", ("decisionId", late.MeetingDecisionId.ToString()), ("what", "finish"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (done.StatusCode, again.StatusCode));
        Assert.Equal(["En retard"], await TextsAsync("?etat=done"));
        Assert.Empty(await TextsAsync("?retard=oui"));
        Assert.Contains("Groupe mobilité,2026-01-01,'=1+1", await _director.GetStringAsync($"{Steering}/decisions?format=csv", Ct), StringComparison.Ordinal);
        using var wrong = await _director.GetAsync($"{Steering}/decisions?instance=x&page=7", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Theory]
    [InlineData("text", " ", "text")]
    [InlineData("text", 1001, "text")]
    [InlineData("ownerName", 121, "ownerName")]
    [InlineData("owner", "x", "owner")]
    [InlineData("dueOn", "hier", "dueOn")]
    [InlineData("action", "5f0c9f3e-0000-0000-0000-000000000000", "action")]
    public async Task Decision_WronglyTyped_IsRefusedAtItsField(string field, object value, string at)
    {
        var meeting = await MeetingAsync(await BodyAsync("Copil"), ("startsAt", "2027-03-10T14:30"));

        (string, string)[] fields = [("text", "Écrire"), (field, value is int length ? new string('é', length) : (string)value)];
        using var refused = await _director.PostFieldsAsync($"{meeting}?handler=Decision", [.. fields.GroupBy(pair => pair.Item1, StringComparer.Ordinal).Select(group => group.Last())]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await refused.ReadPageAsync()).QuerySelector($"#{at}-error"));
        await using var db = _app.NewContext();
        Assert.False(await db.MeetingDecisions.AnyAsync(Ct));
    }

    [Fact]
    public async Task Body_Removed_GoesOnlyAsLongAsItNeverMet()
    {
        var (met, fresh) = (await BodyAsync("Copil"), await BodyAsync("Essai"));
        await MeetingAsync(met, ("startsAt", "2027-03-10T14:30"));

        using var kept = await _director.PostFieldsAsync($"{met}?handler=Remove");
        using var gone = await _director.PostFieldsAsync($"{fresh}?handler=Remove");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (kept.StatusCode, gone.StatusCode));
    }

    private async Task<IEnumerable<string>> TextsAsync(string query) =>
        (await _director.PageAsync($"{Steering}/decisions{query}")).QuerySelectorAll("tbody th").Select(text => text.TextContent);

    private async Task<string> BodyAsync(string name, bool isForMembers = false)
    {
        using var added = await _director.PostFieldsAsync(Steering, ("kind", "steering_committee"), ("name", name), ("isForMembers", isForMembers ? "true" : "false"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        return added.Headers.Location!.OriginalString.Split('?')[0];
    }

    private async Task<string> MeetingAsync(string body, params (string Name, string Value)[] fields)
    {
        using var called = await CallAsync(body, fields);
        Assert.Equal(HttpStatusCode.Redirect, called.StatusCode);
        return called.Headers.Location!.OriginalString.Split('?')[0];
    }

    private Task<HttpResponseMessage> CallAsync(string body, params (string Name, string Value)[] fields) =>
        _director.PostFieldsAsync($"{body}?handler=Meeting", [.. fields.GroupBy(field => field.Name, StringComparer.Ordinal).Select(group => group.Last())]);

    private async Task<HttpResponseMessage> SendReportAsync(string meeting, string minutes, byte[] content)
    {
        var version = (await _director.PageAsync(meeting)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await _director.TokenAsync()), "__RequestVerificationToken" }, { new StringContent(version), "version" }, { new StringContent(minutes), "minutes" }, { file, "file", "cr.pdf" },
        };
        return await _director.PostAsync($"{meeting}?handler=Report", form, Ct);
    }
}
