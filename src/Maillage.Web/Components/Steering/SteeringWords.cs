using System.Globalization;
using Maillage.Steering.Actions;
using Maillage.Steering.Bodies;

namespace Maillage.Web.Components.Steering;

/// <summary>How the things of the steering of a campus are shown.</summary>
public static class SteeringWords
{
    /// <summary>Words of the style of the badge of a state.</summary>
    public static string Badge(PlanActionState state) => state switch
    {
        PlanActionState.UnderWay => "badge-small info",
        PlanActionState.Done => "badge-small success",
        _ => "badge-small",
    };

    public static string Badge(DecisionState state) => state switch
    {
        DecisionState.Done => "badge-small success",
        DecisionState.ToDo => "badge-small info",
        _ => "badge-small",
    };

    /// <summary>A number as one reads it: no more decimals than it has.</summary>
    public static string Number(double? number) => number?.ToString("#,0.####", CultureInfo.CurrentCulture) ?? "—";

    /// <summary>The same as one types it.</summary>
    public static string Typed(double? number) => number?.ToString("0.####", CultureInfo.CurrentCulture) ?? "";
}
