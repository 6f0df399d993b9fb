using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Web.Components.Network;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Catalogue;

/// <summary>How qualifications, their levels and the figures of their offers are said.</summary>
public static class CatalogueWords
{
    /// <summary>The levels as filters write them.</summary>
    public static readonly IReadOnlyList<string> Levels =
        [.. Enumerable.Range(Qualification.LowestLevel, Qualification.HighestLevel - Qualification.LowestLevel + 1).Select(level => $"{level}")];

    public static string Level(this Texts texts, int level) => texts[$"catalogue.level.{level}"];

    /// <summary>Kind of diploma and level.</summary>
    public static string Kind(this Texts texts, QualificationRecord qualification) => qualification.DiplomaType is { } type
        ? $"{texts.Of("catalogue.diploma", type)} · {texts["catalogue.level_number", qualification.Level]}"
        : texts.Level(qualification.Level);

    /// <summary>The same, and the day on which it closes or closed: in a list, that is what one must know first.</summary>
    public static string KindAndClosing(this Texts texts, QualificationRecord qualification) => qualification.ClosedOn is { } day
        ? $"{texts.Kind(qualification)} · {texts["catalogue.compare.closed", texts.Day(day)]}"
        : texts.Kind(qualification);

    /// <summary>Who tells what is said of these offers.</summary>
    public static IEnumerable<string> Sources(this IEnumerable<OfferRecord> offers) =>
        offers.SelectMany(offer => offer.Years).Select(year => year.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Several modes in one phrase, in lower case.</summary>
    public static string Modes(this Texts texts, IEnumerable<TrainingMode> modes) =>
        string.Join(", ", modes.Distinct().Order().Select(mode => texts.Of("catalogue.mode_in", mode)));
}
