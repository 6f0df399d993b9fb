using System.Text.RegularExpressions;
using Maillage.Shared;

namespace Maillage.Catalogue.Qualifications;

/// <summary>The name of a diploma as people say it, its kind first: « Bac pro Technicien gaz » for « TECHNICIEN GAZ (BAC PRO) ».</summary>
internal static partial class DiplomaName
{
    private const int MostMilliseconds = 1_000;

    /// <param name="name">As the nomenclature writes it.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="words">How words are written.</param>
    public static string Of(string name, DiplomaKind kind, WrittenWords words)
    {
        var (speciality, told) = Split(name, kind);
        var written = words.Write(speciality);
        var place = told is null ? "" : $" ({words.WriteProperName(told)})";
        return Joined(kind, written) + place;
    }

    /// <summary>The same when another source writes the name in full, « bac pro technicien gaz ».</summary>
    public static string OfWritten(string name, DiplomaKind kind)
    {
        foreach (var head in kind.Heads)
        {
            if (name.StartsWith(head + " ", StringComparison.OrdinalIgnoreCase))
            {
                return Joined(kind, WrittenWords.Capitalised(name[(head.Length + 1)..].TrimStart()));
            }
        }

        return WrittenWords.Capitalised(name);
    }

    /// <summary>Public address, which stays when accents come or another source renames the diploma.</summary>
    public static string SlugOf(string name, DiplomaKind kind, string cfd)
    {
        var (speciality, told) = Split(name, kind);
        var stem = Slug.From($"{kind.Words} {speciality} {told}");
        var end = "-" + Slug.From(cfd);
        return (stem.Length + end.Length > Slug.MaxLength ? stem[..(Slug.MaxLength - end.Length)].TrimEnd('-') : stem) + end;
    }

    private static string Joined(DiplomaKind kind, string speciality) => kind.Words.Length == 0 ? speciality : $"{kind.Words} {speciality}";

    /// <summary>The speciality, and what the last brackets tell beside the kind.</summary>
    private static (string Speciality, string? Told) Split(string name, DiplomaKind kind)
    {
        var spaced = Spaces().Replace(name, " ").Trim();
        if (LastBrackets().Match(spaced) is not { Success: true } brackets)
        {
            return (spaced, null);
        }

        var inside = brackets.Groups["inside"].Value.Trim();
        foreach (var mark in kind.Marks)
        {
            if (inside == mark || inside.StartsWith(mark + " ", StringComparison.Ordinal))
            {
                var rest = inside[mark.Length..].Trim();
                return (spaced[..brackets.Index].Trim(), rest.Length == 0 ? null : rest);
            }
        }

        return (spaced[..brackets.Index].Trim() is { Length: > 0 } speciality ? speciality : inside, inside);
    }

    [GeneratedRegex(@"\((?<inside>[^()]*)\)\s*$", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex LastBrackets();

    [GeneratedRegex(@"\s+", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Spaces();
}
