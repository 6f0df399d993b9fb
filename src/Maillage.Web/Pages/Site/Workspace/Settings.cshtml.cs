using Maillage.Access.Rights;
using Maillage.Messages.Delivery;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Maillage.Web.Pages.Site.Workspace;

/// <summary>What the operator has set in the environment of the process, secrets aside: shown, since it is changed there.</summary>
[Needs(Permission.ChangeSettings)]
public sealed class SettingsModel(
    IOptions<OperatorSettings> site, IOptions<MailSettings> mail, IOptions<ApiLimits> limits, IdentityProviders providers, HostSettings host) : PageModel
{
    public const string Address = "/espace/reglages";

    public IEnumerable<(string Name, string? Value)> Values =>
    [
        ("Operator__Publisher", site.Value.Publisher),
        ("Operator__Host", site.Value.Host),
        ("Operator__Contact", site.Value.Contact),
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
}
