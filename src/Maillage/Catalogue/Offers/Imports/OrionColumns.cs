namespace Maillage.Catalogue.Offers.Imports;

/// <summary>What the files made for Orion have in common.</summary>
internal static class OrionColumns
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;

    /// <summary>No training of one school comes near.</summary>
    public const int MostPeople = 99_999;

    public const string Producer = "Ministère de l’éducation nationale (Orion)";

    /// <summary>Their files bear none: to be confirmed before they are published again.</summary>
    public const string Licence = "non précisée";

    public static readonly Uri Page = new("https://orion.inserjeunes.beta.gouv.fr/");

    /// <summary>The sum of two figures, unknown when one of them is.</summary>
    public static int? Sum(int? one, int? other) => one + other;
}
