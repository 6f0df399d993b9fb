using System.Globalization;
using Maillage.Publishing.Agenda;
using Maillage.Shared;

namespace Maillage.Web.Pages.Publishing.Agenda;

/// <summary>The form of an event, as typed: hours in Paris as browsers send them.</summary>
public sealed record EventForm(
    string? Kind, string? TitleFr, string? TitleEn, string? DescriptionFr, string? DescriptionEn, string? Place, string? Audience, string? StartsAt, string? EndsAt, string? AllDay, string? Places, string? RegisterUntil, int Version)
{
    public WriteEvent.Input Input => new()
    {
        Kind = EnumCode.TryParse<EventKind>(Kind, out var kind) ? kind : null,
        TitleFr = TitleFr,
        TitleEn = TitleEn,
        DescriptionFr = DescriptionFr,
        DescriptionEn = DescriptionEn,
        Place = Place,
        Audience = Audience,
        StartsAt = StartsAt,
        EndsAt = EndsAt,
        IsAllDay = AllDay is not null,
        Places = Places,
        RegisterUntil = RegisterUntil,
        Version = Version,
    };

    public static EventForm Of(AgendaEvent read, int version) => new(
        read.Kind.ToCode(), read.Title.Fr, read.Title.En, read.Description?.Fr, read.Description?.En, read.Place, read.Audience,
        Typed(read.StartsAt), Typed(read.IsAllDay ? read.EndsAt.AddMinutes(-1) : read.EndsAt), read.IsAllDay ? "1" : null,
        read.Places?.ToString(CultureInfo.InvariantCulture), read.RegisterUntil is { } until ? Typed(until) : null, version);

    private static string Typed(DateTime utc) => utc.InParis().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
