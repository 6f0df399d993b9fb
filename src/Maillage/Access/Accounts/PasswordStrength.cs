using Maillage.Shared;

namespace Maillage.Access.Accounts;

/// <summary>
/// How long a password would hold against someone who tries what people choose first: those found in leaks, words, names, dates,
/// rows of a keyboard, and what is known of the person.
/// </summary>
public static class PasswordStrength
{
    /// <summary>From 0, guessed at once, to 4: below this, a list of leaked passwords and a day suffice.</summary>
    private const int Enough = 3;

    /// <summary>More characters are neither weaker nor worth the time that judging them takes.</summary>
    private const int MostJudged = 40;

    /// <summary>What French people choose, which the lists of the library do not know.</summary>
    private static readonly string[] French =
    [
        "motdepasse", "azerty", "azertyuiop", "bonjour", "soleil", "doudou", "loulou", "chouchou", "jetaime", "coucou", "marseille", "maillage", "campus",
        "lycee", "college", "rectorat", "academie", "education", "formation", "administrateur", "professeur", "secretariat", "bienvenue", "vacances",
    ];

    /// <param name="password">As typed.</param>
    /// <param name="known">What is known of the person: name, address.</param>
    public static bool IsEnough(string password, params IEnumerable<string> known)
    {
        var folded = FoldedText.Of(password);
        var words = known.SelectMany(text => FoldedText.Of(text).Split(' ', '@', '.', '-')).Where(word => word.Length > 2).ToList();
        return Zxcvbn.Zxcvbn.MatchPassword(folded[..Math.Min(folded.Length, MostJudged)], [.. French, .. words]).Score >= Enough;
    }
}
