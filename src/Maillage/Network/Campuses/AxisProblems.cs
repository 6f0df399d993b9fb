using Maillage.Shared;

namespace Maillage.Network.Campuses;

/// <summary>What prevents the axes of a campus from being changed.</summary>
public static class AxisProblems
{
    public static readonly Problem TitleMissing = new("network.axis.title_missing", WorkAxis.TitleMaxLength) { Field = "titleFr" };

    public static readonly Problem TranslationTooLong = new("network.axis.translation_too_long", WorkAxis.TitleMaxLength) { Field = "titleEn" };

    public static readonly Problem DescriptionTooLong = new("network.axis.description_too_long", WorkAxis.DescriptionMaxLength) { Field = "description" };

    public static readonly Problem TooMany = new("network.axis.too_many", EditAxes.MostAxes);

    /// <summary>Something stands under it.</summary>
    public static readonly Problem StillUsed = new("network.axis.still_used");

    /// <summary>Someone else has saved it since it was read.</summary>
    public static readonly Problem ChangedMeanwhile = new("network.axis.changed_meanwhile");
}
