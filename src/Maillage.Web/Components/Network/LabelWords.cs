using System.Globalization;
using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Network;

/// <summary>The state of a label in one honest sentence.</summary>
public static class LabelWords
{
    /// <summary>« Labellisé depuis la rentrée 2018, jusqu’au 31 août 2022 »; says by which source when no decision is known.</summary>
    public static string Label(this Texts texts, CampusOnDay campus) => campus switch
    {
        { Label: { } period } => texts.Label(period, campus.Day),
        { Campus.Status: CampusStatus.Project } => texts.Cited("network.label.project", campus.Campus),
        { Campus: { LabelPeriods.Count: 0, Status: CampusStatus.Labelled } } => texts.Cited("network.label.cited", campus.Campus),
        { Campus: { LabelPeriods.Count: 0, Status: CampusStatus.Merged } } => texts.Cited("network.label.merged", campus.Campus),
        { Campus.LabelPeriods: [var first, ..] } => texts["network.label.not_yet", texts.Date(first.Start)],
        _ => texts.Cited("network.label.named", campus.Campus),
    };

    /// <summary>The state of one period on a day.</summary>
    public static string Label(this Texts texts, LabelPeriod period, DateOnly day)
    {
        var start = texts.Date(period.Start);
        return period.StateOn(day) switch
        {
            LabelState.InForce => texts["network.label.in_force", start, texts.Day(period.End!.Value.AddDays(-1))],
            LabelState.Presumed => texts["network.label.presumed", start, texts.Day(period.PresumedEnd!.Value.AddDays(-1))],
            LabelState.Expired => texts["network.label.expired", start, texts.Day(period.End!.Value.AddDays(-1))],
            _ when period.HasBegunOn(day) => texts["network.label.run_out", start],
            _ => texts["network.label.not_yet", start],
        };
    }

    /// <summary>The state in a word or two, for a badge.</summary>
    public static string State(this Texts texts, CampusOnDay campus) => campus.Label is null && campus.Campus.Status is CampusStatus.Project
        ? texts["network.state.project"]
        : texts.Of("network.state", campus.State);

    /// <summary>Look of the badge of a state, in the words of the style table.</summary>
    public static string Badge(LabelState state) => state switch
    {
        LabelState.InForce => "badge-small success",
        LabelState.Presumed => "badge-small info",
        LabelState.Expired => "badge-small warning",
        _ => "badge-small",
    };

    /// <summary>« 2017 – 2021 ».</summary>
    public static string Years(LabelPeriod period) => string.Create(
        CultureInfo.InvariantCulture, $"{period.Start.FirstDay.Year} – {(period.End ?? period.PresumedEnd!.Value).Year}");

    private static string Cited(this Texts texts, string key, CampusRecord campus) => campus.Provenance.AsOf is { } asOf
        ? texts[$"{key}.dated", campus.Provenance.Source, texts.ShortDate(asOf)]
        : texts[$"{key}.undated", campus.Provenance.Source];
}
