using Maillage.OpenData;

namespace Maillage.Catalogue;

/// <summary>The forms of the codes under which producers publish qualifications, courses and occupations.</summary>
public static class CatalogueCodes
{
    private const string RncpPrefix = "RNCP";
    private const int MaxRncpDigits = 6;

    /// <summary>Code formation diplôme: eight characters, the last two or three letters for some titles.</summary>
    public static CodeForm Cfd { get; } = new(text => text.Length == 8 && text.All(IsCapitalOrDigit), "50025305");

    /// <summary>Number of a sheet of the national register.</summary>
    public static CodeForm Rncp { get; } = new(
        text => text.StartsWith(RncpPrefix, StringComparison.Ordinal)
            && text.Length > RncpPrefix.Length && text.Length <= RncpPrefix.Length + MaxRncpDigits && text[RncpPrefix.Length..].All(char.IsAsciiDigit),
        "RNCP37700");

    /// <summary>Module élémentaire de formation: ten digits, the year of a course.</summary>
    public static CodeForm Mef { get; } = new(text => text.Length == 10 && text.All(IsCapitalOrDigit), "2412530521");

    /// <summary>Statistical code of a year of a course, eleven characters.</summary>
    public static CodeForm MefStat11 { get; } = new(text => text.Length == 11 && text.All(IsCapitalOrDigit), "23220025305");

    /// <summary>Group of the nomenclature of specialities, three digits, and a letter when it is told.</summary>
    public static CodeForm Nsf { get; } = new(
        text => text.Length is 3 or 4 && text[..3].All(char.IsAsciiDigit) && (text.Length == 3 || char.IsAsciiLetter(text[3])), "253m");

    /// <summary>Code of the directory of occupations: a letter and four digits.</summary>
    public static CodeForm Rome { get; } = new(
        text => text.Length == 5 && text[0] is >= 'A' and <= 'N' && text[1..].All(char.IsAsciiDigit), "H2902");

    private static bool IsCapitalOrDigit(char character) => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character);
}
