using System.Globalization;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Maillage.Web.Components;

/// <summary>
/// The filters of a page as its address writes them. What is not understood becomes a sentence at its field and filters
/// nothing; what was typed is kept. Parameters that the page does not read are ignored.
/// </summary>
public sealed class AddressFilters(IQueryCollection query, ModelStateDictionary problems, Texts texts)
{
    private const int MaxPage = 100_000;
    private const int QuotedLength = 60;

    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    /// <summary>What was typed, empty when nothing was.</summary>
    public string this[string parameter] => query[parameter].ToString();

    /// <summary>A day such as <c>2018-12-31</c>.</summary>
    public DateOnly? Day(string parameter)
    {
        var typed = this[parameter].Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= FirstDay && day <= LastDay)
        {
            return day;
        }

        problems.AddModelError(parameter, texts["site.filter.bad_date", Quoted(typed), FirstDay.Year, LastDay.Year]);
        return null;
    }

    /// <summary>One of the values that the page offers.</summary>
    public string? Known(string parameter, string label, IEnumerable<string> values)
    {
        var typed = this[parameter].Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (values.Contains(typed, StringComparer.Ordinal))
        {
            return typed;
        }

        problems.AddModelError(parameter, texts["site.filter.unknown_value", label, Quoted(typed)]);
        return null;
    }

    /// <summary>A value of an enumeration, as <see cref="EnumCode"/> writes it.</summary>
    public T? OneOf<T>(string parameter, string label) where T : struct, Enum =>
        EnumCode.TryParse<T>(Known(parameter, label, EnumCode.All<T>()), out var value) ? value : null;

    /// <summary>Words to look for.</summary>
    public string? Text(string parameter, int maxLength)
    {
        var typed = this[parameter].Trim();
        if (typed.Length <= maxLength)
        {
            return typed.Length == 0 ? null : typed;
        }

        problems.AddModelError(parameter, texts["site.filter.text_too_long", typed.Length, maxLength]);
        return null;
    }

    /// <summary>A place such as <c>47.2184,-1.5536</c>: latitude, longitude.</summary>
    public GeoPoint? Point(string parameter)
    {
        var typed = this[parameter].Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (typed.Split(',') is [var north, var east] && TryDegrees(north, out var latitude) && TryDegrees(east, out var longitude)
            && GeoPoint.IsValid(latitude, longitude))
        {
            return new GeoPoint(latitude, longitude);
        }

        problems.AddModelError(parameter, texts["site.filter.bad_point", Quoted(typed)]);
        return null;
    }

    /// <summary>Number of a page of a list, from 1.</summary>
    public int Page()
    {
        var typed = this["page"].Trim();
        if (typed.Length == 0)
        {
            return 1;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= MaxPage)
        {
            return page;
        }

        problems.AddModelError("", texts["site.filter.bad_page", Quoted(typed)]);
        return 1;
    }

    /// <summary>Number of a page of a list whose length is known: one beyond the end is said, and the first is shown.</summary>
    public int PageWithin(int total, int size)
    {
        var page = Page();
        if (page == 1 || (page - 1L) * size < total)
        {
            return page;
        }

        problems.AddModelError("", texts["site.filter.bad_page", page]);
        return 1;
    }

    private static bool TryDegrees(string text, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees);

    private static string Quoted(string typed) => typed.Length <= QuotedLength ? typed : typed[..QuotedLength] + "…";
}
