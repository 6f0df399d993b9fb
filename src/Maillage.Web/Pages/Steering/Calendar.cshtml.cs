using System.Globalization;
using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Deadlines;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Steering.Actions;
using Maillage.Web.Pages.Steering.Bodies;
using Maillage.Web.Pages.Steering.Funding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering;

/// <summary>One month of a campus, day by day: meetings, due days, ends of actions, deadlines of funders.</summary>
[Needs(Permission.ReadCampus)]
public sealed class CalendarModel(CampusDeadlines deadlines, OpenCampus open, TimeProvider clock, Texts texts) : PageModel
{
    public const string MonthName = "mois";

    public OpenedCampus Opened { get; private set; } = null!;

    /// <summary>First day of the month that is shown.</summary>
    public DateOnly Month { get; private set; }

    public ILookup<DateOnly, Deadline> Days { get; private set; } = null!;

    public static string AddressOf(Guid campusId) => $"{Bodies.IndexModel.AddressOf(campusId)}/calendrier";

    public static string AddressOf(Deadline deadline) => deadline.Kind switch
    {
        DeadlineKind.Action => ActionModel.AddressOf(deadline.ThingId),
        DeadlineKind.Funding => GrantModel.AddressOf(deadline.ThingId),
        _ => MeetingModel.AddressOf(deadline.ThingId),
    };

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = MonthName)] string? month, CancellationToken ct)
    {
        Opened = await open.ForMembersAsync(HttpContext.Actor(), id, ct);
        var today = clock.Today();
        Month = today.AddDays(1 - today.Day);
        if (DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is >= 2000 and < 2100)
        {
            Month = asked;
        }
        else if (!string.IsNullOrEmpty(month))
        {
            ModelState.Clear();
            ModelState.AddModelError(MonthName, texts["steering.calendar.month_wrong", TypedText.Quoted(month)]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Days = (await deadlines.ReadAsync(Opened, Month, Month.AddMonths(1).AddDays(-1), ct)).ToLookup(row => row.Day);
    }
}
