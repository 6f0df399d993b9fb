namespace Maillage.Shared;

/// <summary>The one meaning of "today": the day in Europe/Paris.</summary>
public static class ParisClock
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow().UtcDateTime);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>What the clocks of Paris show at a UTC instant.</summary>
    public static DateTime InParis(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Paris);

    /// <summary>The UTC instant at which a day begins in Paris.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Paris);

    /// <summary>The UTC instant at which the clocks of Paris show this; false for the hour that a night of March skips. Of an hour shown twice, the first.</summary>
    public static bool TryFromParis(DateTime wall, out DateTime utc)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        var exists = !Paris.IsInvalidTime(wall);
        utc = !exists ? default : Paris.IsAmbiguousTime(wall)
            ? DateTime.SpecifyKind(wall - Paris.GetAmbiguousTimeOffsets(wall).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(wall, Paris);
        return exists;
    }

    /// <summary>The day in Paris at a UTC instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc.InParis());
}
