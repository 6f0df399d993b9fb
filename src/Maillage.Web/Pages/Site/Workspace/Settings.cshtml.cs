using Maillage.Access.Rights;
using Maillage.Messages.Delivery;
using Maillage.Publishing;
using Maillage.Publishing.Settings;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Maillage.Web.Pages.Site.Workspace;

/// <summary>What is said of the site, changed here; and what is set in the environment of the process, secrets aside, shown since it is changed there.</summary>
[Needs(Permission.ChangeSettings)]
public sealed class SettingsModel(
    ChangeSettings change, IOptions<OperatorSettings> site, IOptions<MailSettings> mail, IOptions<ApiLimits> limits, IdentityProviders providers, HostSettings host, Texts texts) : PageModel
{
    public const string Address = "/espace/reglages";

    private const string SaidName = "fait";

    /// <summary>What the form holds, as typed.</summary>
    public sealed record Form(string? Publisher, string? Host, string? Contact, string? NoticeFr, string? NoticeEn, string? NoticeEndsOn, int Version);

    public Form Typed { get; private set; } = null!;

    /// <summary>What someone else has saved since the form was read, when they did.</summary>
    public SiteSettings? Meanwhile { get; private set; }

    public bool Saved { get; private set; }

    public OperatorSettings Otherwise => site.Value;

    public IEnumerable<(string Name, string? Value)> Values =>
    [
        ("Operator__Address", site.Value.Address),
        ("Operator__Theme", site.Value.Theme),
        ("Mail__Host", mail.Value.Host),
        ("Mail__Port", $"{mail.Value.Port}"),
        ("Mail__Security", mail.Value.Security.ToString()),
        ("Mail__From", mail.Value.From),
        .. providers.All.Select(provider => ($"OpenId__{provider.Code}__Authority", (string?)provider.Authority)),
        ("Api__Limits__Requests", $"{limits.Value.Requests}"),
        ("Api__Limits__Seconds", $"{limits.Value.Seconds}"),
        ("MAILLAGE_DATABASE", host.Database.Engine.ToString()),
    ];

    public async Task OnGetAsync([FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        Saved = said is not null;
        await ShowAsync(null, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Form typed, CancellationToken ct)
    {
        var input = new ChangeSettings.Input(typed.Publisher, typed.Host, typed.Contact, typed.NoticeFr, typed.NoticeEn, typed.NoticeEndsOn, typed.Version);
        var result = await change.ExecuteAsync(HttpContext.Actor(), input, ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + Address) + QueryString.Create(SaidName, "1"));
        }

        ModelState.Clear();
        ModelState.Add(result.Problem, texts);
        Response.StatusCode = result.Problem == PublishingProblems.SettingsChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await ShowAsync(typed, ct);
        return Page();
    }

    private async Task ShowAsync(Form? typed, CancellationToken ct)
    {
        var (settings, version) = await change.ReadAsync(HttpContext.Actor(), ct);
        Typed = typed is null
            ? new Form(settings.Publisher, settings.Host, settings.Contact, settings.Notice?.Fr, settings.Notice?.En, settings.NoticeEndsOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), version)
            : typed with { Version = version };
        Meanwhile = typed is null || typed.Version == version ? null : settings;
    }
}
