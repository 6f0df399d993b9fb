using Maillage.Data;
using Maillage.Messages;
using Maillage.Messages.Delivery;
using Maillage.Messages.Notifications;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Maillage.Web.Tests.Messages;

/// <summary>Messages handed to a real mail server that refuses, hangs up and forgets to answer.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private static readonly MessageItem Link = new("access.message.sign_in_link", [], "/connexion/lien?jeton=abc");

    private MailServer _server = null!;
    private WebApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await MailServer.StartAsync();
        _app = await WebApp.WithAsync([], new WebAppOptions { Services = services => services.AddSingleton(Options.Create(_server.Settings)) });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("fr", "Votre lien de connexion à Maillage", "/connexion/lien?jeton=abc")]
    [InlineData("en", "Your Maillage sign-in link", "/en/connexion/lien?jeton=abc")]
    public async Task Message_Delivered_IsWrittenInBothFormsInItsLanguage(string language, string subject, string link)
    {
        await WriteAsync(Link, language, "marie@example.org");

        await DeliverAsync();

        var mail = await _server.WaitForAsync("marie@example.org");
        Assert.Equal(subject, mail.Subject);
        Assert.EndsWith(link, mail.Link().PathAndQuery, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(link, mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.False(mail.Headers.Contains("List-Unsubscribe"));
    }

    [Fact]
    public async Task Message_Delivered_ForgetsWhatItHeld()
    {
        await WriteAsync(Link, "fr", "marie@example.org");
        Assert.DoesNotContain("abc", (await OnlyAsync()).Content!, StringComparison.Ordinal);

        await DeliverAsync();

        var message = await OnlyAsync();
        Assert.Equal((MessageState.Delivered, null, 1), (message.State, message.Content, message.Attempts));
        Assert.NotNull(message.FinishedAt);
    }

    [Fact]
    public async Task Recipient_RefusedForGood_IsReportedWithTheWordsOfTheServer()
    {
        await WriteAsync(Link, "fr", "refuse-moi@example.org");

        await DeliverAsync();

        var message = await OnlyAsync();
        Assert.Equal(MessageState.Refused, message.State);
        Assert.Contains("No such mailbox", message.Reply, StringComparison.Ordinal);
        Assert.Empty(await _server.TakenAsync());
    }

    [Fact]
    public async Task Recipient_RefusedForNow_IsTriedAgainLaterAndOnce()
    {
        await WriteAsync(Link, "fr", "later-moi@example.org");

        await DeliverAsync();
        await DeliverAsync();
        Assert.Equal((MessageState.Waiting, 1), ((await OnlyAsync()).State, (await OnlyAsync()).Attempts));
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await DeliverAsync();

        Assert.Equal(MessageState.Delivered, (await OnlyAsync()).State);
        Assert.Single(await _server.TakenAsync());
    }

    [Fact]
    public async Task Recipient_NeverTaken_IsGivenUpInTheEnd()
    {
        await WriteAsync(Link, "fr", "drop-moi@example.org");

        for (var attempt = 0; attempt < 10; attempt++)
        {
            await DeliverAsync();
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal((MessageState.Refused, 8), ((await OnlyAsync()).State, (await OnlyAsync()).Attempts));
    }

    [Fact]
    public async Task Server_ThatTakesAndNeverSaysSo_LeavesItUncertainUntilAPersonDecides()
    {
        await WriteAsync(Link, "fr", "lost-moi@example.org");

        await DeliverAsync();
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync();

        var message = await OnlyAsync();
        Assert.Equal(MessageState.Uncertain, message.State);
        Assert.Single(await _server.TakenAsync());
        Assert.False((await WithAsync<MessageQueue, Maillage.Shared.Result>(queue =>
            queue.SendAgainAsync(TestData.Administrator().Author, message.OutgoingMessageId, Ct))).Failed);
        await DeliverAsync();
        Assert.Equal(2, (await _server.TakenAsync()).Count);
    }

    [Fact]
    public async Task Node_ThatDiedWhileSending_LeavesItUncertain()
    {
        await WriteAsync(Link, "fr", "marie@example.org");
        await using (var db = _app.NewContext())
        {
            DateTime? lease = _app.Clock.GetUtcNow().UtcDateTime.AddMinutes(1);
            await db.OutgoingMessages.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MessageState.Sending).SetProperty(row => row.LeaseUntil, lease), Ct);
        }

        await DeliverAsync();
        Assert.Equal(MessageState.Sending, (await OnlyAsync()).State);
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await DeliverAsync();

        Assert.Equal(MessageState.Uncertain, (await OnlyAsync()).State);
        Assert.Empty(await _server.TakenAsync());
    }

    [Fact]
    public async Task TwoNodes_AtOnce_SendEachMessageOnce()
    {
        for (var number = 0; number < 60; number++)
        {
            await WriteAsync(Link, "fr", $"m{number}@example.org");
        }

        await Task.WhenAll(DeliverAsync(), DeliverAsync(), DeliverAsync());

        var taken = await _server.TakenAsync();
        Assert.Equal(60, taken.Select(mail => mail.To.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(60, taken.Count);
    }

    [Fact]
    public async Task Name_WithALineBreakOrMarkup_IsTextInTheMessage()
    {
        var inviter = "Eve\r\nBcc: all@example.org <script>alert(1)</script>";
        await WriteAsync(new MessageItem("access.message.invitation", [inviter, MessageArgument.Code("access.role.campus_team"), "Nautisme"], "/invitation?jeton=x"), "fr", "marie@example.org");

        await DeliverAsync();

        var mail = await _server.WaitForAsync("marie@example.org");
        Assert.Empty(mail.Bcc);
        Assert.Single(mail.To);
        Assert.StartsWith("Eve", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_Withdrawn_IsNotSent()
    {
        await WriteAsync(Link, "fr", "marie@example.org");
        var id = (await OnlyAsync()).OutgoingMessageId;

        Assert.False((await WithAsync<MessageQueue, Maillage.Shared.Result>(queue => queue.CancelAsync(TestData.Administrator().Author, id, Ct))).Failed);
        await DeliverAsync();

        Assert.Empty(await _server.TakenAsync());
        Assert.Equal("messages.cancel.not_waiting", (await WithAsync<MessageQueue, Maillage.Shared.Result>(queue => queue.CancelAsync(TestData.Administrator().Author, id, Ct))).Problem!.Code);
    }

    [Fact]
    public async Task Notification_OfADigest_ComesInTheMorningWithTheOthersAndIsStoppedInOneClick()
    {
        var recipient = new Recipient("marie@example.org", "fr", Guid.CreateVersion7());
        var item = new MessageItem("access.message.invitation_accepted", ["Ali Ben", MessageArgument.Code("access.role.campus_team"), "Nautisme"], "/espace/personnes");
        await NotifyAsync(recipient, item, NotificationTopic.FactReports);
        await NotifyAsync(recipient, item, NotificationTopic.FactReports);
        Assert.Equal(0, await DigestsAsync());

        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await DigestsAsync());
        Assert.Equal(0, await DigestsAsync());
        await DeliverAsync();

        var mail = await _server.WaitForAsync("marie@example.org");
        Assert.Equal("2 nouvelles sur Maillage", mail.Subject);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        using var reader = _app.NewClient();
        var unsubscribe = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;
        Assert.Contains("les erreurs signalées", (await reader.PageAsync(unsubscribe)).Text(), StringComparison.Ordinal);
        using var stopped = await reader.PostAsync(unsubscribe, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Ct);
        Assert.True(stopped.IsSuccessStatusCode);
        await NotifyAsync(recipient, item, NotificationTopic.FactReports);
        await using var db = _app.NewContext();
        Assert.Empty(await db.PendingNotifications.ToListAsync(Ct));
    }

    [Fact]
    public async Task Digest_OfTheWeek_WaitsForMonday()
    {
        var recipient = new Recipient("marie@example.org", "fr", Guid.CreateVersion7());
        await WithAsync<NotificationPreferences, bool>(async preferences =>
        {
            await preferences.SetAsync(TestData.Administrator().Author, recipient.AccountId!.Value,
                new Dictionary<NotificationTopic, NotificationFrequency> { [NotificationTopic.People] = NotificationFrequency.Weekly }, Ct);
            return true;
        });
        await NotifyAsync(recipient, Link, NotificationTopic.People);

        // From a Monday noon: the six mornings that follow, then Monday.
        for (var day = 1; day <= 6; day++)
        {
            _app.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, await DigestsAsync());
        }

        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await DigestsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?jeton=")]
    [InlineData("?jeton=abc")]
    public async Task Unsubscribe_WithAWrongToken_SaysSo(string query)
    {
        using var reader = _app.NewClient();

        using var response = await reader.PostAsync("/courriels/arret" + query, new FormUrlEncodedContent([]), Ct);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<bool> WriteAsync(MessageItem item, string language, string recipient) => WithAsync<IServiceProvider, bool>(async services =>
    {
        services.GetRequiredService<Outbox>().Send(new Recipient(recipient, language), item);
        await services.GetRequiredService<MaillageDb>().SaveChangesAsync(Ct);
        return true;
    });

    private Task<bool> NotifyAsync(Recipient recipient, MessageItem item, NotificationTopic topic) => WithAsync<IServiceProvider, bool>(async services =>
    {
        await services.GetRequiredService<Outbox>().NotifyAsync([recipient], topic, item, Ct);
        await services.GetRequiredService<MaillageDb>().SaveChangesAsync(Ct);
        return true;
    });

    private Task<int> DeliverAsync() => WithAsync<DeliverMessages, int>(deliver => deliver.ExecuteAsync(Ct));

    private Task<int> DigestsAsync() => WithAsync<SendDigests, int>(digests => digests.ExecuteAsync(Ct));

    private async Task<OutgoingMessage> OnlyAsync()
    {
        await using var db = _app.NewContext();
        return await db.OutgoingMessages.AsNoTracking().SingleAsync(Ct);
    }

    private async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> call) where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
