using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Maillage.Network.Register;
using Maillage.Publishing.Agenda;
using Maillage.Shared;
using Maillage.Web.Pages.Publishing.Agenda;

namespace Maillage.Web.Hosting;

/// <summary>Agendas as calendars follow them (iCalendar, RFC 5545).</summary>
public static class Calendars
{
    private const string ContentType = "text/calendar; charset=utf-8";

    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet("/campus/{slug}/agenda.ics", async (string slug, CurrentRegister current, ReadAgenda agenda, SiteAddress site, CancellationToken ct) =>
        {
            var campus = (await current.GetAsync(ct)).Campus(slug) ?? throw new NotFound("The campus");
            return Of(await agenda.FeedAsync(campus.CampusId, ct), campus, site);
        }).AllowAnonymous().ExcludeFromDescription().CacheOutput(PublicCache.Name);
        app.MapGet("/campus/{slug}/agenda/evenement/{item}.ics", async (string slug, string item, CurrentRegister current, ReadAgenda agenda, SiteAddress site, CancellationToken ct) =>
        {
            var campus = (await current.GetAsync(ct)).Campus(slug) ?? throw new NotFound("The campus");
            return Of([await agenda.FindAsync(campus.CampusId, item, ct) ?? throw new NotFound("The event")], campus, site);
        }).AllowAnonymous().ExcludeFromDescription().CacheOutput(PublicCache.Name);
    }

    private static IResult Of(IReadOnlyList<AgendaEvent> events, CampusRecord campus, SiteAddress site)
    {
        var language = Language.Current;
        var calendar = new Calendar { ProductId = "-//Maillage//Agenda//FR", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", campus.Name);
        calendar.Events.AddRange(events.Select(item => new CalendarEvent
        {
            Uid = $"{item.AgendaEventId}@maillage",
            Summary = item.Title.In(language),
            Description = item.Description?.In(language),
            Location = item.Place,
            Url = new Uri(site.Of(language, ItemModel.AddressOf(campus.Slug, item))),
            Start = item.IsAllDay ? Day(item.FirstDay) : new CalDateTime(item.StartsAt, "UTC"),
            // The last day of a calendar is the first that no longer counts.
            End = item.IsAllDay ? Day(item.LastDay.AddDays(1)) : new CalDateTime(item.EndsAt, "UTC"),
            Sequence = item.Sequence,
            Status = item.State == EventState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = new CalDateTime(item.UpdatedAt, "UTC"),
            LastModified = new CalDateTime(item.UpdatedAt, "UTC"),
        }));
        return Results.Bytes(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), ContentType);
    }

    private static CalDateTime Day(DateOnly day) => new(day.Year, day.Month, day.Day);
}
