using Maillage.Data.Audit;
using Maillage.Messages.Notifications;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Messages;

/// <summary>
/// Stops one kind of message in one click, without signing in: by the button of the page, or by the mail reader itself
/// (RFC 8058), which knows no form of ours. The encrypted token is what allows it, and allows nothing else.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(NotificationPreferences preferences) : PageModel
{
    public const string Address = "/courriels/arret";

    /// <summary>Name of the parameter that holds what the link may stop.</summary>
    public const string TokenName = "jeton";

    public string? Token { get; private set; }

    public NotificationTopic? Topic { get; private set; }

    public bool Done { get; private set; }

    public void OnGet([FromQuery(Name = TokenName)] string? token) => Find(token);

    /// <param name="token">From the address, where mail readers keep it, or from the form.</param>
    /// <param name="sent">From the form.</param>
    /// <param name="ct">Stops the request.</param>
    public async Task OnPostAsync([FromQuery(Name = TokenName)] string? token, [FromForm(Name = TokenName)] string? sent, CancellationToken ct)
    {
        if (Find(token ?? sent) is var (accountId, topic))
        {
            await preferences.SetAsync(
                Author.Visitor(HttpContext.Address()), accountId, new Dictionary<NotificationTopic, NotificationFrequency> { [topic] = NotificationFrequency.Never }, ct);
            Done = true;
        }
    }

    private (Guid AccountId, NotificationTopic Topic)? Find(string? token)
    {
        var found = preferences.TopicOf(token);
        (Token, Topic) = (token, found?.Topic);
        if (found is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return found;
    }
}
