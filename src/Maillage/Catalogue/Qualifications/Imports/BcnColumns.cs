using Maillage.OpenData;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>What the files of the central base of nomenclatures have in common.</summary>
internal static class BcnColumns
{
    public const string Producer = "DEPP, Base centrale des nomenclatures";

    /// <summary>The files bear none: to be confirmed before they are published again.</summary>
    public const string Licence = "non précisée";

    private const int LongestText = 400;

    public static readonly Uri Page = new("https://infocentre.pleiade.education.fr/bcn/");

    public static Column<DateOnly?> OpensOn() => Columns.OptionalDay("DATE_OUVERTURE");

    public static Column<DateOnly?> ClosedOn() => Columns.OptionalDay("DATE_FERMETURE");

    /// <summary>The level of the national register, which tells « 03 » and also « 99 » or « XX » for what has none.</summary>
    public static Column<string?> FrenchLevel() => Columns.OptionalText("NIVEAU_QUALIFICATION_RNCP", LongestText);

    public static int? LevelOf(string? text) =>
        int.TryParse(text, out var level) && level is >= Qualification.LowestLevel and <= Qualification.HighestLevel ? level : null;
}
