using System.Globalization;
using System.Text.Json.Nodes;
using Maillage.Network.Register;
using Maillage.Publishing.Agenda;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Agenda;

/// <summary>One event of a campus, where visitors register without an account.</summary>
[PrivatePage]
public sealed class ItemModel(CurrentRegister current, ReadAgenda agenda, RegisterForEvent register, TimeProvider clock, Texts texts) : PageModel
{
    private const string SaidName = "fait";

    /// <summary>The form, as typed.</summary>
    public sealed record Form(string? Name, string? Email, string? People);

    public CampusRecord Campus { get; private set; } = null!;

    public AgendaEvent Event { get; private set; } = null!;

    public Form Typed { get; private set; } = new(null, null, "1");

    public RegistrationState? Said { get; private set; }

    public bool TakesRegistrations => Event.TakesRegistrationsAt(clock.UtcNow());

    public int Left => Math.Max(0, (Event.Places ?? 0) - Event.Taken);

    /// <summary>The event as data that search engines read (schema.org).</summary>
    public JsonObject Data => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Event",
        ["name"] = Event.Title.In(Language.Current),
        ["startDate"] = Dated(Event.StartsAt, Event.FirstDay),
        ["endDate"] = Dated(Event.EndsAt, Event.LastDay),
        ["eventStatus"] = $"https://schema.org/{(Event.State == EventState.Cancelled ? "EventCancelled" : "EventScheduled")}",
        ["location"] = new JsonObject { ["@type"] = "Place", ["name"] = Event.Place ?? Campus.Name },
        ["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = Campus.Name },
    };

    public static string AddressOf(string campusSlug, AgendaEvent item) => $"{AgendaModel.AddressOf(campusSlug)}/evenement/{item.Slug}";

    public async Task OnGetAsync(string slug, string item, [FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        Said = EnumCode.TryParse<RegistrationState>(said, out var state) && state != RegistrationState.Withdrawn ? state : null;
        await ShowAsync(slug, item, ct);
    }

    /// <param name="website">A field that people do not see: what fills it is a robot, told that all went well.</param>
    public async Task<IActionResult> OnPostAsync(string slug, string item, [FromForm] Form typed, [FromForm] string? website, CancellationToken ct)
    {
        await ShowAsync(slug, item, ct);
        ModelState.Clear();
        if (!string.IsNullOrEmpty(website))
        {
            return Done(RegistrationState.Registered);
        }

        int? people = int.TryParse(typed.People, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var result = await register.ExecuteAsync(HttpContext.Actor(), Event.AgendaEventId, new RegisterForEvent.Input(typed.Name, typed.Email, people, Language.Current), ct);
        if (!result.Failed)
        {
            return Done(result.Value);
        }

        ModelState.Add(result.Problem, texts);
        Typed = typed;
        Response.StatusCode = result.Problem == AgendaProblems.TooManyRegistrations ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        return Page();
    }

    private RedirectResult Done(RegistrationState state) => Redirect(Url.Content("~" + AddressOf(Campus.Slug, Event)) + QueryString.Create(SaidName, state.ToCode()));

    private async Task ShowAsync(string slug, string item, CancellationToken ct)
    {
        Campus = (await current.GetAsync(ct)).Campus(slug) ?? throw new NotFound("The campus");
        Event = await agenda.FindAsync(Campus.CampusId, item, ct) ?? throw new NotFound("The event");
    }

    private string Dated(DateTime utc, DateOnly day) => Event.IsAllDay ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
