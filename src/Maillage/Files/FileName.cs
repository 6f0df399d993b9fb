using System.Globalization;

namespace Maillage.Files;

/// <summary>The name of a file as it may be shown and saved anywhere: no folder, nothing invisible, the extension of what it holds.</summary>
public static class FileName
{
    public const int MaxLength = 120;

    private const string Refused = "<>:\"/\\|?*";
    private const string Nameless = "document";

    /// <summary>The name without folders and without what cannot be read or saved; never empty.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        // Characters of format turn the direction of writing: "gpj.exe" would be read backwards.
        var readable = string.Concat(last.Normalize().Select(character =>
            char.IsControl(character) || char.IsSurrogate(character) || Refused.Contains(character, StringComparison.Ordinal)
                || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ? ' ' : character));
        var words = string.Join(' ', readable.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        return words.Length == 0 ? Nameless : words.Length <= MaxLength ? words : words[..(MaxLength - 10)].TrimEnd('.', ' ') + ExtensionOf(words);
    }

    /// <summary>The name with the extension of what the file holds, whatever it was called.</summary>
    public static string For(string? name, FileKind kind)
    {
        var clean = Clean(name);
        var bare = clean[..^ExtensionOf(clean).Length].TrimEnd('.', ' ');
        return (bare.Length == 0 ? Nameless : bare) + kind.Extension();
    }

    /// <summary>With its dot; empty when what follows the last dot is no extension.</summary>
    public static string ExtensionOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot >= 0 && name.Length - dot is > 1 and <= 6 && name[(dot + 1)..].All(char.IsAsciiLetterOrDigit) ? name[dot..] : "";
    }
}
