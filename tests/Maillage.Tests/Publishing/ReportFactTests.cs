using Maillage.Data;
using Maillage.Access.Rights;
using Maillage.Publishing;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Maillage.Tests.Publishing;

public sealed class ReportFactTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Text = "Ce campus a changé de nom.";

    private readonly FakeTimeProvider _clock = TestData.Clock();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/campus/nautisme", "/campus/nautisme")]
    [InlineData("/campus?date=2018-12-31#results", "/campus")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("campus", "/")]
    [InlineData("//ailleurs.example", "/")]
    [InlineData("/\\ailleurs.example", "/")]
    [InlineData("https://ailleurs.example/campus", "/")]
    [InlineData("/campus/deux mots", "/")]
    [InlineData("/campus/\u0000", "/")]
    public void Page_OfAnAddress_IsAPathOfThisSite(string? address, string page) =>
        Assert.Equal(page, FactReport.PageOf(address));

    [Fact]
    public void Page_TooLong_IsTheSite() =>
        Assert.Equal("/", FactReport.PageOf("/" + new string('a', FactReport.PageMaxLength)));

    [Theory]
    [InlineData(FactReport.MessageMinLength - 1, true)]
    [InlineData(FactReport.MessageMinLength, false)]
    [InlineData(FactReport.MessageMaxLength, false)]
    [InlineData(FactReport.MessageMaxLength + 1, true)]
    public async Task Report_OfALength_IsRefusedOutsideItsBounds(int length, bool refused)
    {
        var result = await ReportAsync("/longueur", new string('é', length));

        Assert.Equal(refused ? PublishingProblems.MessageLength(length) : null, result.Problem);
    }

    [Fact]
    public async Task Report_WithLineBreaks_CountsEachOnceAndDropsWhatNoKeyboardTypes()
    {
        await ReportAsync("/lignes", "Première ligne\r\nseconde\u0000 ligne  ");

        Assert.Equal("Première ligne\nseconde ligne", Assert.Single(await StoredAsync("/lignes")).Message);
    }

    [Fact]
    public async Task SameReport_WithinADay_IsStoredOnce()
    {
        await ReportAsync("/jour", Text);
        _clock.Advance(TimeSpan.FromHours(23));
        var again = await ReportAsync("/jour", Text);

        Assert.False(again.Failed);
        Assert.Single(await StoredAsync("/jour"));
    }

    [Fact]
    public async Task SameReport_AfterADay_IsStoredAgain()
    {
        await ReportAsync("/lendemain", Text);
        _clock.Advance(TimeSpan.FromHours(25));
        await ReportAsync("/lendemain", Text);

        Assert.Equal(2, (await StoredAsync("/lendemain")).Count);
    }

    [Fact]
    public async Task SameWords_AboutAnotherPage_AreStored()
    {
        await ReportAsync("/un", Text);
        await ReportAsync("/deux", Text);

        Assert.Single(await StoredAsync("/un"));
        Assert.Single(await StoredAsync("/deux"));
    }

    [Fact]
    public async Task SameReport_SentManyTimesAtOnce_IsStoredOnce()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReportAsync("/double-clic", Text)));

        Assert.All(results, result => Assert.False(result.Failed));
        Assert.Single(await StoredAsync("/double-clic"));
    }

    [Fact]
    public async Task Reports_TooManyInAnHour_AreRefusedUntilItHasPassed()
    {
        await using var full = await TestDatabase.CreateAsync();
        await full.SaveAsync(Enumerable.Range(0, ReportFact.MaxPerHour).Select(number => new FactReport
        {
            Page = "/",
            Message = $"Message {number}",
            Language = "fr",
            SentAt = _clock.UtcNow(),
        }));

        var refused = await ReportAsync("/", Text, full);
        _clock.Advance(TimeSpan.FromMinutes(61));
        var accepted = await ReportAsync("/", Text, full);

        Assert.Equal(PublishingProblems.TooManyReports, refused.Problem);
        Assert.False(accepted.Failed);
    }

    private async Task<Result> ReportAsync(string page, string message, TestDatabase? other = null)
    {
        await using var services = (other ?? database).NewServices(_clock);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReportFact>().ExecuteAsync(Actor.Visitor(), new ReportFact.Input(page, message, "fr"), Ct);
    }

    private async Task<List<FactReport>> StoredAsync(string page)
    {
        await using MaillageDb db = database.NewContext();
        return await db.FactReports.Where(report => report.Page == page).ToListAsync(Ct);
    }
}
