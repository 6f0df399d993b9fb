using System.Globalization;
using Maillage.Network.Campuses;
using Maillage.Shared;

namespace Maillage.Network.Organisations.Imports;

/// <summary>What producers tell of an organisation, each compared and settled as a whole.</summary>
public enum OrganisationField
{
    Name,
    Kind,
    Status,
    Uai,
    Siret,

    /// <summary>Street, postcode and commune.</summary>
    Address,

    /// <summary>Point on the map and its precision.</summary>
    Coordinates,
    Website,
    Email,
    Telephone,
}

/// <summary>The fields of an organisation as texts, in one written form, so that they can be compared and kept.</summary>
internal static class OrganisationFields
{
    private const char Separator = '|';

    /// <summary>Below this distance two points are the same place.</summary>
    private const double SamePlaceKm = 0.25;

    public static readonly IReadOnlyList<OrganisationField> All = Enum.GetValues<OrganisationField>();

    /// <summary>Whether an organisation may do without.</summary>
    public static bool IsOptional(this OrganisationField field) => field is not (OrganisationField.Name or OrganisationField.Kind);

    public static string? Of(Organisation organisation, OrganisationField field) => field switch
    {
        OrganisationField.Name => organisation.Name,
        OrganisationField.Kind => organisation.Kind.ToCode(),
        OrganisationField.Status => organisation.Status?.ToCode(),
        OrganisationField.Uai => organisation.Uai?.Value,
        OrganisationField.Siret => organisation.Siret?.Value,
        OrganisationField.Address => Address(organisation.Address, organisation.Postcode, organisation.CommuneCode, organisation.Commune),
        OrganisationField.Coordinates => PointText(organisation.Latitude, organisation.Longitude, organisation.CoordinatePrecision),
        OrganisationField.Website => organisation.Website,
        OrganisationField.Email => organisation.Email,
        _ => organisation.Telephone,
    };

    public static string? Of(PublishedOrganisation published, OrganisationField field) => field switch
    {
        OrganisationField.Name => published.Name,
        OrganisationField.Kind => published.Kind.ToCode(),
        OrganisationField.Status => published.Status?.ToCode(),
        OrganisationField.Uai => published.Uai?.Value,
        OrganisationField.Siret => published.Siret?.Value,
        OrganisationField.Address => Address(published.Address, published.Postcode, published.CommuneCode, published.Commune),
        OrganisationField.Coordinates => PointText(published.Latitude, published.Longitude, published.Precision),
        OrganisationField.Website => published.Website,
        OrganisationField.Email => published.Email,
        _ => published.Telephone,
    };

    /// <summary>Gives a field its value, and what follows from it.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="field">Which field.</param>
    /// <param name="value">Its text, as <see cref="Of(Organisation, OrganisationField)"/> writes it.</param>
    /// <param name="regionOf">Code of the région académique of a département.</param>
    public static void Write(Organisation organisation, OrganisationField field, string? value, Func<string, string?> regionOf)
    {
        switch (field)
        {
            case OrganisationField.Name:
                organisation.Name = value!;
                organisation.FoldedName = FoldedText.Of(value!);
                break;
            case OrganisationField.Kind:
                organisation.Kind = Code<OrganisationKind>(value!);
                break;
            case OrganisationField.Status:
                organisation.Status = value is null ? null : Code<OrganisationStatus>(value);
                break;
            case OrganisationField.Uai:
                organisation.Uai = value is null ? null : Uai.Parse(value);
                break;
            case OrganisationField.Siret:
                organisation.Siret = value is null ? null : Siret.Parse(value);
                organisation.Siren = organisation.Siret?.Siren;
                break;
            case OrganisationField.Address:
                WriteAddress(organisation, value is null ? AddressText.Of(null, null, null, null) : AddressText.Parse(value), regionOf);
                break;
            case OrganisationField.Coordinates:
                WritePoint(organisation, value?.Split(Separator));
                break;
            case OrganisationField.Website:
                organisation.Website = value;
                break;
            case OrganisationField.Email:
                organisation.Email = value;
                break;
            default:
                organisation.Telephone = value;
                break;
        }
    }

    /// <summary>Whether two values differ by their writing alone: not worth anyone's time.</summary>
    public static bool SayTheSame(OrganisationField field, string one, string other) => field switch
    {
        OrganisationField.Coordinates => PointOf(one).DistanceKm(PointOf(other)) < SamePlaceKm,
        OrganisationField.Website => Bare(WithoutScheme(one)) == Bare(WithoutScheme(other)),
        _ => Bare(one) == Bare(other),
    };

    private static string? Address(string? street, string? postcode, InseeCode? code, string? commune) =>
        street is null && postcode is null && code is null && commune is null
            ? null
            : AddressText.Of(street, postcode, code?.Value, commune).ToString();

    /// <summary>A point and its precision, as fields of organisations are written.</summary>
    public static string? PointText(double? latitude, double? longitude, CoordinatePrecision? precision) =>
        latitude is null || longitude is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{latitude}{Separator}{longitude}{Separator}{(precision ?? CoordinatePrecision.CommuneCentroid).ToCode()}");

    private static void WriteAddress(Organisation organisation, AddressText address, Func<string, string?> regionOf)
    {
        organisation.Address = Told(address.Street);
        organisation.Postcode = Told(address.Postcode);
        organisation.CommuneCode = InseeCode.TryParse(address.CommuneCode, out var code) ? code : null;
        organisation.Commune = Told(address.Commune);
        organisation.RegionCode = organisation.CommuneCode is { } commune ? regionOf(commune.Department) : null;
    }

    private static void WritePoint(Organisation organisation, string[]? parts)
    {
        organisation.Latitude = parts is null ? null : double.Parse(parts[0], CultureInfo.InvariantCulture);
        organisation.Longitude = parts is null ? null : double.Parse(parts[1], CultureInfo.InvariantCulture);
        organisation.CoordinatePrecision = parts is null ? null : Code<CoordinatePrecision>(parts[2]);
    }

    private static GeoPoint PointOf(string text)
    {
        var parts = text.Split(Separator);
        return new GeoPoint(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static T Code<T>(string code) where T : struct, Enum =>
        EnumCode.TryParse<T>(code, out var value) ? value : throw new FormatException($"'{code}' is no {typeof(T).Name}.");

    private static string? Told(string text) => text.Length == 0 ? null : text;

    private static string Bare(string text) => string.Concat(FoldedText.Of(text).Where(char.IsLetterOrDigit));

    private static string WithoutScheme(string address)
    {
        var host = address[(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }
}
