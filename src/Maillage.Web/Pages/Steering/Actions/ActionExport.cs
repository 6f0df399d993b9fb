using Maillage.Steering.Actions;
using Maillage.Web.Api;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Steering.Actions;

/// <summary>An action on one line of a table, in the words of who takes it away.</summary>
internal static class ActionExport
{
    public static IReadOnlyList<ExportColumn<ListedAction>> Columns(Texts texts, DateOnly today)
    {
        var (language, yes, no) = (Language.Current, texts["steering.yes"], texts["steering.no"]);
        return
        [
            new(texts["steering.actions.axis"], action => action.Axis.In(language)),
            new(texts["steering.actions.action"], action => action.Title.In(language)),
            new(texts["steering.actions.led_by"], action => action.Lead),
            new(texts["steering.actions.lead_organisation"], action => action.Organisation),
            new(texts["steering.actions.starts_on"], action => action.StartsOn),
            new(texts["steering.actions.ends_on"], action => action.EndsOn),
            new(texts["steering.actions.state"], action => texts.Of("steering.state", action.State)),
            new(texts["steering.actions.late"], action => action.IsLateOn(today) ? yes : no),
            new(texts["steering.actions.abandon_reason"], action => action.AbandonReason),
            new(texts["steering.actions.public"], action => action.IsPublic ? yes : no),
        ];
    }
}
