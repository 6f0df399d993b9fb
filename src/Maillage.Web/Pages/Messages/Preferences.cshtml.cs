using Maillage.Messages.Notifications;
using Maillage.Shared;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Messages;

/// <summary>How often a person is told of each topic by mail.</summary>
[SignedIn]
public sealed class PreferencesModel(NotificationPreferences preferences) : PageModel
{
    public const string Address = "/espace/compte/courriels";

    public IReadOnlyDictionary<NotificationTopic, NotificationFrequency> Asked { get; private set; } = new Dictionary<NotificationTopic, NotificationFrequency>();

    public bool Saved { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Asked = await preferences.ReadAsync(HttpContext.RequiredSession().AccountId, ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        var session = HttpContext.RequiredSession();
        var asked = Enum.GetValues<NotificationTopic>()
            .Select(topic => (topic, Known: EnumCode.TryParse<NotificationFrequency>(Request.Form[topic.ToCode()], out var frequency), frequency))
            .Where(said => said.Known)
            .ToDictionary(said => said.topic, said => said.frequency);
        await preferences.SetAsync(session.Actor.Author, session.AccountId, asked, ct);
        Saved = true;
        await OnGetAsync(ct);
    }
}
