using Maillage.Shared;

namespace Maillage.Access.Accounts;

/// <summary>What people choose first, and others guess first: sequences of a keyboard, words of the place, followed by figures.</summary>
public static class CommonPasswords
{
    private static readonly string[] Beginnings =
    [
        "password", "passw0rd", "motdepasse", "azerty", "qwerty", "azertyuiop", "qwertyuiop", "bonjour", "soleil", "doudou", "loulou", "chouchou",
        "jetaime", "marseille", "maillage", "campus", "lycee", "college", "rectorat", "academie", "education", "formation", "administrateur", "admin",
        "welcome", "letmein", "iloveyou", "princess", "football", "123456789", "1234567890", "0123456789", "987654321", "abcdefgh", "azertyazerty", "qwertyqwerty",
    ];

    /// <summary>Whether nothing but a common word, figures and marks make the password.</summary>
    public static bool Contains(string password)
    {
        var folded = FoldedText.Of(password).Replace(" ", "", StringComparison.Ordinal);
        return Beginnings.Any(word => folded.StartsWith(word, StringComparison.Ordinal) && folded[word.Length..].All(character => !char.IsLetter(character)));
    }
}
