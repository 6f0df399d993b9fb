using System.Globalization;
using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Network;

/// <summary>Dates as people say them, no more precise than their source.</summary>
public static class DateWords
{
    /// <summary>« 15 avril 2022 », « 1er juin 2019 ».</summary>
    public static string Day(this Texts texts, DateOnly day) => day.Day == 1
        ? texts["network.date.first_day", day.ToString("MMMM yyyy", CultureInfo.CurrentCulture)]
        : day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>« la rentrée 2018 », « février 2017 », « 2016 », « le 15 avril 2022 ».</summary>
    public static string Date(this Texts texts, PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => texts["network.date.the_day", texts.Day(date.FirstDay)],
        DatePrecision.Month => date.FirstDay.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
        DatePrecision.Year => date.FirstDay.Year.ToString(CultureInfo.InvariantCulture),
        _ => texts["network.date.school_year", date.FirstDay.Year.ToString(CultureInfo.InvariantCulture)],
    };

    /// <summary>The same, after « source, … »: « rentrée 2018 », « 15 avril 2022 ».</summary>
    public static string ShortDate(this Texts texts, PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => texts.Day(date.FirstDay),
        DatePrecision.SchoolYear => texts["network.date.school_year_short", date.FirstDay.Year.ToString(CultureInfo.InvariantCulture)],
        _ => texts.Date(date),
    };
}
