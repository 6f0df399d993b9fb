using System.Globalization;
using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Maillage.Web.Pages.Network.Campuses;

/// <summary>
/// The filters of the directory as the address writes them. What is not understood is said in a sentence of the ModelState
/// and left out of the filter; what was typed is kept.
/// </summary>
public sealed class CampusSearch
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    private readonly IQueryCollection _query;
    private readonly ModelStateDictionary _state;

    private CampusSearch(IQueryCollection query, ModelStateDictionary state) => (_query, _state) = (query, state);

    public CampusFilter Filter { get; private set; } = new();

    /// <summary>What was typed for a parameter, empty when nothing was.</summary>
    public string this[string parameter] => _query[parameter].ToString();

    /// <summary>Whether anything narrows the list, or was meant to.</summary>
    public bool IsNarrowed => Filter != new CampusFilter() || !_state.IsValid;

    public static CampusSearch Read(IQueryCollection query, ModelStateDictionary state, NetworkRegister register, Texts texts)
    {
        var search = new CampusSearch(query, state);
        search.Filter = new CampusFilter
        {
            AsOf = search.Day(texts),
            Region = search.Known("region", register.Regions.Select(region => region.Code), texts),
            Academie = search.Known("academy", register.Academies.Select(academie => academie.Code), texts),
            Sector = search.Known("sector", register.Sectors.Select(sector => sector.Code), texts),
            Category = EnumCode.TryParse<LabelCategory>(search.Known("category", EnumCode.All<LabelCategory>(), texts), out var category) ? category : null,
            AnyState = search.Known("status", ["all"], texts) is not null,
            Text = search.Text(texts),
        };
        return search;
    }

    /// <summary>The date alone, for pages that have no other filter.</summary>
    public static CampusSearch ReadDay(IQueryCollection query, ModelStateDictionary state, Texts texts)
    {
        var search = new CampusSearch(query, state);
        search.Filter = new CampusFilter { AsOf = search.Day(texts) };
        return search;
    }

    private DateOnly? Day(Texts texts)
    {
        var typed = this["date"].Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay && day <= LastDay)
        {
            return day;
        }

        _state.AddModelError("date", texts["network.search.bad_date", Bounded(typed)]);
        return null;
    }

    private string? Known(string parameter, IEnumerable<string> codes, Texts texts)
    {
        var typed = this[parameter].Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (codes.Contains(typed, StringComparer.Ordinal))
        {
            return typed;
        }

        _state.AddModelError(parameter, texts["network.search.unknown_value", texts[$"network.search.{parameter}"], Bounded(typed)]);
        return null;
    }

    private string? Text(Texts texts)
    {
        var typed = this["q"].Trim();
        if (typed.Length <= CampusFilter.TextMaxLength)
        {
            return typed.Length == 0 ? null : typed;
        }

        _state.AddModelError("q", texts["network.search.text_too_long", typed.Length, CampusFilter.TextMaxLength]);
        return null;
    }

    private static string Bounded(string typed) => typed.Length <= 60 ? typed : typed[..60] + "…";
}
