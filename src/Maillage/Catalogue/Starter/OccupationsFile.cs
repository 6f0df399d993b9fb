using Maillage.Catalogue.Occupations;
using Maillage.Data;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Catalogue.Starter;

/// <summary>The occupations to which the qualifications of the starter lead.</summary>
internal static class OccupationsFile
{
    public const string Name = "starter/occupations";

    private static readonly Column<string> Rome = Coded("rome", CatalogueCodes.Rome);
    private static readonly Column<string> NameFr = Text("name_fr", Occupation.NameMaxLength);
    private static readonly Column<string> Rome4Label = Text("rome4_label", Occupation.NameMaxLength);
    private static readonly Column<string> Domain = Text("domain", Occupation.NameMaxLength);
    private static readonly Column<string> Description = Text("description_fr", Occupation.DescriptionMaxLength);
    private static readonly Column<string?> NameEn = OptionalText("name_en", Occupation.NameMaxLength);
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);

    public static readonly FileDeclaration Declaration = new(Name, [Rome], [Rome, NameFr, Rome4Label, Domain, Description, NameEn, Source]);

    public static async Task WriteAsync(MaillageDb db, RowChanges changes, RowWriter rows, CancellationToken ct)
    {
        var keys = changes.KnownKeys;
        var known = await db.Occupations.Where(row => keys.Contains(row.Rome)).ToDictionaryAsync(row => row.Rome, StringComparer.Ordinal, ct);
        rows.Write(changes, known, Map);
    }

    private static Occupation Map(FileRow row) => new()
    {
        Rome = row.Get(Rome),
        Name = new LocalizedText(row.Get(NameFr), row.Get(NameEn)),
        Rome4Label = row.Get(Rome4Label),
        Domain = row.Get(Domain),
        Description = row.Get(Description),
        Provenance = new Provenance(row.Get(Source), null, Confidence.A),
    };
}
