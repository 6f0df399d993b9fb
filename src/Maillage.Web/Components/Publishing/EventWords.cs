using System.Globalization;
using Maillage.Publishing.Agenda;
using Maillage.Shared;
using Maillage.Web.Components.Network;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Publishing;

/// <summary>When an event takes place, as people say it, in Paris.</summary>
public static class EventWords
{
    /// <summary>« 12 mars 2027, de 14:00 à 16:30 », « du 12 au 14 mars 2027 ».</summary>
    public static string When(this Texts texts, AgendaEvent item)
    {
        var (first, last) = (texts.Day(item.FirstDay), texts.Day(item.LastDay));
        return (item.IsAllDay, item.FirstDay == item.LastDay) switch
        {
            (true, true) => first,
            (true, false) => texts["publishing.event.when_days", first, last],
            (false, true) => texts["publishing.event.when_hours", first, Hour(item.StartsAt), Hour(item.EndsAt)],
            _ => texts["publishing.event.when_both", first, Hour(item.StartsAt), last, Hour(item.EndsAt)],
        };
    }

    private static string Hour(DateTime utc) => utc.InParis().ToString("HH:mm", CultureInfo.InvariantCulture);
}
