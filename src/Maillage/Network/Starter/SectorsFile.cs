using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>The national filières.</summary>
internal static class SectorsFile
{
    public const string Name = "starter/sectors";

    private const int LastPageId = 1_000_000;

    private static readonly Column<string> Code = Text("code", Sector.CodeMaxLength);
    private static readonly Column<string> NameFr = Text("name_fr", Sector.NameMaxLength);
    private static readonly Column<string?> NameEn = OptionalText("name_en", Sector.NameMaxLength);
    private static readonly Column<int?> PageId = OptionalWhole("education_gouv_page_id", 1, LastPageId);
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);

    public static readonly FileDeclaration Declaration = new(Name, [Code], [Code, NameFr, NameEn, PageId, Source]);

    public static async Task WriteAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var keys = changes.TouchedKeys;
        var known = await writing.Db.Sectors.Where(sector => keys.Contains(sector.Code)).ToDictionaryAsync(sector => sector.Code, StringComparer.Ordinal, ct);
        writing.Rows.Write(changes, known, Map);
    }

    private static Sector Map(FileRow row) => new()
    {
        Code = row.Get(Code),
        Name = new LocalizedText(row.Get(NameFr), row.Get(NameEn)),
        OfficialPageId = row.Get(PageId),
        Provenance = new Provenance(row.Get(Source), null, Confidence.A),
    };
}
