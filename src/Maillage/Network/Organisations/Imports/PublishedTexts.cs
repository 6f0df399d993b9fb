using System.Globalization;
using Maillage.Shared;

namespace Maillage.Network.Organisations.Imports;

/// <summary>Makes of what producers type what we keep; what is not sound, or is a person's own, is left out.</summary>
internal static class PublishedTexts
{
    /// <summary>What the mailbox of a school calls itself, when it is not a person's.</summary>
    private static readonly string[] OfficeWords =
    [
        "accueil", "admin", "admission", "apprentissage", "bienvenue", "campus", "centre", "ce", "cfa", "college", "communication", "contact", "cetad", "dir",
        "direction", "ecole", "ensemble", "erea", "etablissement", "formation", "gip", "greta", "info", "inscription", "institut", "legta", "lgt", "lp", "lpa", "lpo",
        "lycee", "lyc", "mfr", "scolarite", "sec", "secretariat", "standard", "universite",
    ];

    private static readonly string[] MobilePrefixes = ["06", "07", "+336", "+337", "00336", "00337"];

    public static string? Postcode(string? text) => text is { Length: Organisation.PostcodeMaxLength } && text.All(char.IsAsciiDigit) ? text : null;

    /// <summary>The first of the identifiers that a cell holds.</summary>
    public static Uai? FirstUai(string? text)
    {
        foreach (var item in Items(text))
        {
            if (Uai.TryParse(item, out var uai))
            {
                return uai;
            }
        }

        return null;
    }

    /// <summary>The first of the identifiers that a cell holds.</summary>
    public static Siret? FirstSiret(string? text)
    {
        foreach (var item in Items(text))
        {
            if (Siret.TryParse(item, out var siret))
            {
                return siret;
            }
        }

        return null;
    }

    public static InseeCode? Commune(string? text) => InseeCode.TryParse(text, out var code) ? code : null;

    /// <summary>A pair of decimal numbers, latitude first.</summary>
    public static GeoPoint? Point(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries) is [var first, var second]
        && double.TryParse(first, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(second, CultureInfo.InvariantCulture, out var longitude)
        && GeoPoint.IsValid(latitude, longitude)
            ? new GeoPoint(latitude, longitude)
            : null;

    public static string? WebAddress(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return address.Length <= Organisation.WebsiteMaxLength && !address.Any(char.IsWhiteSpace)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Contains('.', StringComparison.Ordinal)
            ? address
            : null;
    }

    /// <summary>A mailbox of the organisation itself; one that may be a person's is not imported.</summary>
    public static string? OfficeEmail(string? text, Uai? uai)
    {
        var email = text?.ToLowerInvariant();
        if (email?.Split('@') is not [var box, { Length: > 0 } host] || email.Length > Organisation.EmailMaxLength
            || !host.Contains('.', StringComparison.Ordinal) || email.Any(character => char.IsWhiteSpace(character) || character is ',' or ';' or '<' or '>'))
        {
            return null;
        }

        var bears = uai is { } code && box.Contains(code.Value[..^1], StringComparison.Ordinal);
        var first = string.Concat(box.TakeWhile(char.IsAsciiLetter));
        return bears || OfficeWords.Contains(first, StringComparer.Ordinal) ? email : null;
    }

    /// <summary>A landline; a mobile number may be a person's.</summary>
    public static string? Landline(string? text)
    {
        if (text is null || text.Length > Organisation.TelephoneMaxLength || text.Count(char.IsAsciiDigit) < 6
            || text.Any(character => !char.IsAsciiDigit(character) && character is not (' ' or '.' or '+' or '-' or '(' or ')')))
        {
            return null;
        }

        var digits = string.Concat(text.Where(character => char.IsAsciiDigit(character) || character == '+'));
        return Array.Exists(MobilePrefixes, prefix => digits.StartsWith(prefix, StringComparison.Ordinal)) ? null : text;
    }

    public static string? Short(string? text, int maxLength) => text is { Length: > 0 } && text.Length <= maxLength ? text : null;

    private static string[] Items(string? text) => (text ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
