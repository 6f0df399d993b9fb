using System.Globalization;
using System.Net;
using Maillage.Access.Rights;
using Maillage.Messages;
using Maillage.Network.Campuses;
using Maillage.Publishing.Agenda;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Publishing;

/// <summary>The agenda of a campus: drafts, publication, cancellation, registrations, and what calendars read.</summary>
public sealed class AgendaPagesTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private WebApp _app = null!;
    private Campus _campus = null!;
    private HttpClient _team = null!;
    private HttpClient _visitor = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DateOnly Soon => TestData.Today.AddDays(20);

    private string New => $"/espace/campus/{_campus.CampusId}/agenda/evenement";

    private string Public => $"/campus/{_campus.Slug}/agenda";

    public async ValueTask InitializeAsync()
    {
        _campus = _a.Campus(x => x.Named("Nautisme").In("52"));
        _app = await WebApp.WithAsync([.. TestData.Territories(), _campus]);
        _team = await _app.AsAsync(_a, Role.CampusTeam, Scope.Campus(_campus.CampusId));
        _visitor = _app.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _team.Dispose();
        _visitor.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Event_InDraft_IsForTheTeamAndPublishedForEveryoneAtOnce()
    {
        var id = await WriteAsync("Journée de la mer");
        foreach (var path in new[] { Public, $"/campus/{_campus.Slug}", Public + ".ics" })
        {
            Assert.DoesNotContain("Journée de la mer", await _visitor.GetStringAsync(path, Ct), StringComparison.Ordinal);
        }

        await PublishAsync(id);

        foreach (var path in new[] { Public, $"/campus/{_campus.Slug}", Public + ".ics", Public + "/evenement/journee-de-la-mer", Public + "/evenement/journee-de-la-mer.ics" })
        {
            Assert.Contains("Journée de la mer", await _visitor.GetStringAsync(path, Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Visitor_WithoutAnAccount_RegistersAndWithdrawsByTheirLink()
    {
        await PublishAsync(await WriteAsync("Forum", ("places", "1")));

        using var first = await RegisterAsync("Ada <b>Lovelace</b>", "ada@example.org");
        using var second = await RegisterAsync("Bob", "bob@example.org");

        Assert.EndsWith("fait=registered", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("fait=waiting", second.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await using var db = _app.NewContext();
        var id = (await db.AgendaEvents.SingleAsync(Ct)).AgendaEventId;
        var list = await _team.PageAsync($"{New}/{id}/inscrits");
        Assert.Contains("Ada <b>Lovelace</b>", list.Text(), StringComparison.Ordinal);
        using var export = await _team.GetAsync($"{New}/{id}/inscrits?format=csv", Ct);
        Assert.Contains("bob@example.org", await export.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var hidden = await _visitor.GetAsync("/inscription?jeton=nimporte", Ct);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task Registration_Wrong_IsRefusedInASentenceAndKept()
    {
        await PublishAsync(await WriteAsync("Forum", ("places", "10")));

        using var wrong = await RegisterAsync("Ada", "pas une adresse");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await wrong.ReadPageAsync();
        Assert.NotNull(page.QuerySelector("#email-error"));
        Assert.Equal("Ada", page.QuerySelector("#name")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("startsAt", "titleFr", "A", "startsAt", "hier")]
    [InlineData("endsAt", "titleFr", "A", "endsAt", "2026-01-01T10:00")]
    [InlineData("places", "titleFr", "A", "places", "-3")]
    [InlineData("places", "titleFr", "A", "places", "beaucoup")]
    [InlineData("kind", "titleFr", "A", "kind", "fete")]
    [InlineData("titleFr", "titleFr", " ", "place", "Nantes")]
    [InlineData("startsAt", "titleFr", "A", "startsAt", "2027-03-28T02:30")]
    public async Task Form_Wrong_IsRefusedAtItsFieldAndKept(string field, string name, string value, string other, string typed)
    {
        using var refused = await SendAsync(New, [.. Usual("A"), (name, value), (other, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await refused.ReadPageAsync()).QuerySelector($"#{field}-error"));
        await using var db = _app.NewContext();
        Assert.False(await db.AgendaEvents.AnyAsync(Ct));
    }

    [Fact]
    public async Task SecondOfTwoPeople_IsToldAndLosesNothing()
    {
        var id = await WriteAsync("Forum");
        using (await SendAsync($"{New}/{id}", ("titleFr", "Forum du premier")))
        {
        }

        using var second = await SendAsync($"{New}/{id}", ("titleFr", "Forum du second"), ("version", "0"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.ReadPageAsync();
        Assert.Equal("Forum du second", page.QuerySelector("#titleFr")!.GetAttribute("value"));
        Assert.Contains("Forum du premier", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_Cancelled_StaysReadableAndTellsThoseWhoRegistered()
    {
        var id = await WriteAsync("Forum", ("places", "10"));
        await PublishAsync(id);
        using (await RegisterAsync("Ada", "ada@example.org"))
        {
        }

        using (await _team.SendAsync($"{New}/{id}", "[action$=Cancel] button"))
        {
        }

        Assert.Contains("annulé", (await _visitor.PageAsync(Public)).Text(), StringComparison.Ordinal);
        Assert.Null((await _visitor.PageAsync(Public + "/evenement/forum")).QuerySelector("#register"));
        await using var db = _app.NewContext();
        Assert.Equal(1, await db.OutgoingMessages.CountAsync(row => row.Kind == "publishing.message.event_cancelled", Ct));
        var read = Ical.Net.Calendar.Load(await _visitor.GetStringAsync(Public + ".ics", Ct))!.Events.Single();
        Assert.Equal(("CANCELLED", 1), (read.Status, read.Sequence));
    }

    [Fact]
    public async Task Places_FewerThanHeld_AreRefusedAndMoreLetThoseWhoWaitIn()
    {
        var id = await WriteAsync("Forum", ("places", "1"));
        await PublishAsync(id);
        foreach (var email in new[] { "a@example.org", "b@example.org", "c@example.org" })
        {
            using var registered = await RegisterAsync("Ada", email);
        }

        using var more = await SendAsync($"{New}/{id}", ("places", "2"));
        using var fewer = await SendAsync($"{New}/{id}", ("places", "1"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (more.StatusCode, fewer.StatusCode));
        await using var db = _app.NewContext();
        Assert.Equal([RegistrationState.Registered, RegistrationState.Registered, RegistrationState.Waiting], await db.EventRegistrations.OrderBy(row => row.Number).Select(row => row.State).ToListAsync(Ct));
    }

    [Theory]
    [InlineData("2027-01-15T09:00", "2027-01-15T10:00", false, "20270115T080000Z", "20270115T090000Z")]
    [InlineData("2027-07-15T09:00", "2027-07-15T10:00", false, "20270715T070000Z", "20270715T080000Z")]
    [InlineData("2027-03-28T01:30", "2027-03-28T03:30", false, "20270328T003000Z", "20270328T013000Z")]
    [InlineData("2027-10-31T01:30", "2027-10-31T04:00", false, "20271030T233000Z", "20271031T030000Z")]
    [InlineData("2027-03-27T00:00", "2027-03-28T00:00", true, "20270327", "20270329")]
    [InlineData("2028-02-29T00:00", "2028-02-29T00:00", true, "20280229", "20280301")]
    public async Task Hours_OfParis_AreThoseOfTheCalendar(string starts, string ends, bool allDay, string dtStart, string dtEnd)
    {
        await PublishAsync(await WriteAsync("Forum; de la mer, à Nantes\\", [("startsAt", starts), ("endsAt", ends), .. allDay ? [("allDay", "1")] : Array.Empty<(string, string)>(), ("descriptionFr", "Une ligne\n\n" + new string('é', 200))]));

        var text = await _visitor.GetStringAsync(Public + ".ics", Ct);

        Assert.Contains(allDay ? $"DTSTART;VALUE=DATE:{dtStart}" : $"DTSTART:{dtStart}", text, StringComparison.Ordinal);
        Assert.Contains(allDay ? $"DTEND;VALUE=DATE:{dtEnd}" : $"DTEND:{dtEnd}", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        var read = Ical.Net.Calendar.Load(text)!.Events.Single();
        Assert.Equal("Forum; de la mer, à Nantes\\", read.Summary);
        Assert.StartsWith("Une ligne\n\né", read.Description, StringComparison.Ordinal);
    }

    private static (string, string)[] Usual(string title) =>
    [
        ("kind", "forum"), ("titleFr", title), ("startsAt", Soon.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T14:00"), ("endsAt", Soon.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T16:00"),
    ];

    private async Task<Guid> WriteAsync(string title, params (string, string)[] others)
    {
        using var written = await SendAsync(New, [.. Usual(title), .. others]);
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        await using var db = _app.NewContext();
        return await db.AgendaEvents.OrderByDescending(row => row.AgendaEventId).Select(row => row.AgendaEventId).FirstAsync(Ct);
    }

    private async Task PublishAsync(Guid id)
    {
        using var published = await _team.SendAsync($"{New}/{id}", "[action$=Publish] button");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
    }

    private Task<HttpResponseMessage> RegisterAsync(string name, string email) => _visitor.SendAsync(Public + "/evenement/forum", "[name=people]", ("name", name), ("email", email));

    private Task<HttpResponseMessage> SendAsync(string path, params (string, string)[] typed) => _team.SendAsync(path, "[name=titleFr]", typed);
}
