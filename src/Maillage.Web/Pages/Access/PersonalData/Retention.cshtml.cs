using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Access.PersonalData;

/// <summary>What the platform holds of people, why and for how long: the table that the erasing job applies.</summary>
public sealed class RetentionModel(Texts texts) : PageModel
{
    public const string Address = "/donnees-personnelles";

    /// <summary>Said after one has been erased.</summary>
    public const string ErasedName = "efface";

    private const int Year = 365;

    public bool Erased { get; private set; }

    public void OnGet([FromQuery(Name = ErasedName)] string? erased) => Erased = erased is not null && HttpContext.CurrentSession() is null;

    public string Time(int days) => days % Year == 0 ? texts.Count("access.retention.years", days / Year) : texts.Count("access.retention.days", days);
}
