using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access;

/// <summary>The table of rights, as it is: what each role may do, where, and who gives it.</summary>
[SignedIn]
public sealed class RightsModel : PageModel
{
    public const string Address = "/espace/droits";

    public string Listed(IEnumerable<string> words) => string.Join(", ", words);
}
