using System.Net;
using System.Net.Http.Headers;
using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Steering.Actions;
using Maillage.Steering.Funding;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Steering;

/// <summary>The money of a campus: what its team writes, and sums that are exact.</summary>
public sealed class FundingPagesTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private WebApp _app = null!;
    private Campus _campus = null!;
    private PlanAction _action = null!;
    private HttpClient _director = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Funding => $"/espace/campus/{_campus.CampusId}/actions/financements";

    public async ValueTask InitializeAsync()
    {
        _campus = _a.Campus(x => x.Named("Nautisme").In("52"));
        var axis = TestData.WorkAxis(_campus, "Attractivité");
        _action = TestData.PlanAction(axis, "Forum");
        _app = await WebApp.WithAsync([.. TestData.Territories(), _campus, axis, _action]);
        _director = await _app.AsAsync(_a, Role.CampusDirector, Scope.Campus(_campus.CampusId));
    }

    public async ValueTask DisposeAsync()
    {
        _director.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Sums_OfGrants_AreExactByGrantFunderAndAction()
    {
        var first = await GrantAsync("Transformer", "Région", "1 000,10");
        var second = await GrantAsync("Équiper", "Région", "0,20");
        using var budget = await _director.PostFieldsAsync($"{first}?handler=Budget", ("budgetTitle", "Stands"), ("budgetAmount", "300"), ("budgetAction", _action.PlanActionId.ToString()));
        using var payment = await _director.PostFieldsAsync($"{first}?handler=Payment", ("paymentReceivedOn", "2026-10-01"), ("paymentAmount", "500.05"));
        foreach (var (amount, eligible) in new[] { ("0,10", "true"), ("0,20", "true"), ("100", "false") })
        {
            using var expense = await _director.PostFieldsAsync(
                $"{first}?handler=Expense", ("expensePaidOn", "2026-11-01"), ("expenseLabel", "Achat"), ("expenseAmount", amount), ("expenseEligible", eligible), ("expenseAction", _action.PlanActionId.ToString()));
            Assert.Equal(HttpStatusCode.Redirect, expense.StatusCode);
        }

        Assert.All([budget, payment], response => Assert.Equal(HttpStatusCode.Redirect, response.StatusCode));
        var tables = (await _director.PageAsync(Funding)).QuerySelectorAll("table").ToList();
        Assert.Equal(["1 000,10 €", "300,00 €", "0,30 €", "999,80 €", "500,05 €"], Amounts(tables[0].QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Transformer", StringComparison.Ordinal))));
        Assert.Equal(["1 000,30 €", "0,30 €", "1 000,00 €", "500,25 €"], Amounts(tables[1].QuerySelector("tbody tr")!));
        Assert.Equal(["300,00 €", "100,30 €", "199,70 €"], Amounts(tables[2].QuerySelector("tbody tr")!));
        Assert.Contains("€999.80", (await _director.PageAsync("/en" + first)).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        var csv = await _director.GetStringAsync($"{Funding}?format=csv", Ct);
        Assert.Contains("Région,Transformer,2026-11-01,Achat,0.1,oui,Forum", csv.Replace("0.10,", "0.1,", StringComparison.Ordinal), StringComparison.Ordinal);
        using var sheet = await _director.GetAsync($"{first}?format=xlsx", Ct);
        Assert.True(sheet.IsSuccessStatusCode);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Expense_WithItsDocument_IsReadByTheTeamAndTakenBackWhole()
    {
        var grant = await GrantAsync("Transformer", "Région", "1000");
        var content = new ByteArrayContent(FileSamples.Pdf);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await _director.TokenAsync()), "__RequestVerificationToken" }, { new StringContent("2026-11-01"), "expensePaidOn" }, { new StringContent("Achat"), "expenseLabel" },
            { new StringContent("12"), "expenseAmount" }, { content, "file", "facture.pdf" },
        };
        using var spent = await _director.PostAsync($"{grant}?handler=Expense", form, Ct);
        Assert.Equal(HttpStatusCode.Redirect, spent.StatusCode);
        var page = await _director.PageAsync(grant);
        using var file = await _director.GetAsync(page.QuerySelector("a[href*=pieces]")!.GetAttribute("href")!, Ct);
        Assert.Equal(FileSamples.Pdf, await file.Content.ReadAsByteArrayAsync(Ct));
        using var kept = await _director.PostFieldsAsync($"{grant}?handler=Remove");
        Assert.Equal(HttpStatusCode.BadRequest, kept.StatusCode);

        using var back = await _director.PostFieldsAsync($"{grant}?handler=TakeBack", ("lineId", page.QuerySelector("[aria-labelledby=expenses] [name=lineId]")!.GetAttribute("value")!));
        using var removed = await _director.PostFieldsAsync($"{grant}?handler=Remove");

        Assert.All([back, removed], response => Assert.Equal(HttpStatusCode.Redirect, response.StatusCode));
        await using var db = _app.NewContext();
        Assert.False(await db.Set<Expense>().AnyAsync(Ct) || await db.Set<Grant>().AnyAsync(Ct) || await db.Set<Maillage.Files.StoredFile>().AnyAsync(Ct));
    }

    [Theory]
    [InlineData("name", " ", "name")]
    [InlineData("funder", 201, "funder")]
    [InlineData("call", 201, "call")]
    [InlineData("amount", "beaucoup", "amount")]
    [InlineData("amount", "-5", "amount")]
    [InlineData("rules", 10_001, "rules")]
    [InlineData("startsOn", "x", "startsOn")]
    [InlineData("endsOn", "2025-12-31", "endsOn")]
    public async Task Grant_WronglyTyped_IsRefusedAtItsFieldWithTheRestKept(string field, object value, string at)
    {
        (string Name, string Value)[] fields = [("name", "Transformer"), ("funder", "Région"), ("amount", "1000"), ("startsOn", "2026-01-01"), ("call", "CMA"), (field, value is int length ? new string('é', length) : (string)value)];
        using var refused = await _director.PostFieldsAsync(Funding, [.. fields.GroupBy(pair => pair.Name, StringComparer.Ordinal).Select(group => group.Last())]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadPageAsync();
        Assert.NotNull(page.QuerySelector($"#{at}-error"));
        Assert.Equal(field == "funder" ? 201 : 6, page.QuerySelector("#funder")!.GetAttribute("value")!.Length);
        await using var db = _app.NewContext();
        Assert.False(await db.Set<Grant>().AnyAsync(Ct));
    }

    [Theory]
    [InlineData("Deadline", "deadlineTitle", " ", "deadlineTitle")]
    [InlineData("Deadline", "deadlineDueOn", "", "deadlineDueOn")]
    [InlineData("Budget", "budgetAmount", "0", "budgetAmount")]
    [InlineData("Budget", "budgetAction", "x", "budgetAction")]
    [InlineData("Payment", "paymentReceivedOn", "hier", "paymentReceivedOn")]
    [InlineData("Payment", "paymentAmount", "1,234.5", "paymentAmount")]
    [InlineData("Expense", "expenseLabel", "", "expenseLabel")]
    [InlineData("Expense", "expenseAmount", "10000000000", "expenseAmount")]
    public async Task Line_WronglyTyped_IsRefusedAtItsField(string handler, string field, string value, string at)
    {
        var grant = await GrantAsync("Transformer", "Région", "1000");
        (string Name, string Value)[] fields =
        [
            ("deadlineTitle", "Bilan"), ("deadlineDueOn", "2027-01-31"), ("budgetTitle", "Stands"), ("budgetAmount", "10"), ("paymentReceivedOn", "2026-01-01"), ("paymentAmount", "10"),
            ("expensePaidOn", "2026-01-01"), ("expenseLabel", "Achat"), ("expenseAmount", "10"), (field, value),
        ];

        using var refused = await _director.PostFieldsAsync($"{grant}?handler={handler}", [.. fields.GroupBy(pair => pair.Name, StringComparer.Ordinal).Select(group => group.Last())]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await refused.ReadPageAsync()).QuerySelector($"#{at}-error"));
    }

    [Fact]
    public async Task Grant_ChangedByTwoPeople_TellsTheSecond()
    {
        var grant = await GrantAsync("Transformer", "Région", "1000");
        using var first = await _director.SendAsync(grant, "#rules", ("amount", "2000"));

        using var second = await _director.SendAsync(grant, "#rules", ("amount", "3000"), ("version", "1"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal("3000", (await second.ReadPageAsync()).QuerySelector("#amount")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Deadline_OfAGrant_IsMetAndOpenAgain()
    {
        var grant = await GrantAsync("Transformer", "Région", "1000");
        using var added = await _director.PostFieldsAsync($"{grant}?handler=Deadline", ("deadlineTitle", "Bilan intermédiaire"), ("deadlineDueOn", "2027-01-31"));
        var id = (await _director.PageAsync(grant)).QuerySelector("[aria-labelledby=deadlines] [name=lineId]")!.GetAttribute("value")!;

        using var met = await _director.PostFieldsAsync($"{grant}?handler=Meet", ("lineId", id));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (added.StatusCode, met.StatusCode));
        await using var db = _app.NewContext();
        Assert.True((await db.Set<GrantDeadline>().SingleAsync(Ct)).IsDone);
    }

    private static IEnumerable<string> Amounts(AngleSharp.Dom.IElement row) => row.QuerySelectorAll(".amount").Select(cell => cell.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' '));

    private async Task<string> GrantAsync(string name, string funder, string amount)
    {
        using var added = await _director.PostFieldsAsync(Funding, ("name", name), ("funder", funder), ("amount", amount));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        return added.Headers.Location!.OriginalString.Split('?')[0];
    }
}
