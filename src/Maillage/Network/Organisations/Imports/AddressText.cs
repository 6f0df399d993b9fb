namespace Maillage.Network.Organisations.Imports;

/// <summary>An address as the one text in which it is compared and kept; what is not told is empty.</summary>
internal sealed record AddressText(string Street, string Postcode, string CommuneCode, string Commune)
{
    private const char Separator = '|';

    public static AddressText Of(string? street, string? postcode, string? communeCode, string? commune) =>
        new(street?.Replace(Separator, ' ') ?? "", postcode ?? "", communeCode ?? "", commune?.Replace(Separator, ' ') ?? "");

    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>.</exception>
    public static AddressText Parse(string text) => text.Split(Separator) is [var street, var postcode, var code, var commune]
        ? new AddressText(street, postcode, code, commune)
        : throw new FormatException($"'{text}' is no address of an import.");

    public override string ToString() => string.Join(Separator, Street, Postcode, CommuneCode, Commune);
}
