using Maillage.Catalogue.Qualifications;
using Maillage.Data;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Catalogue.Starter;

/// <summary>The qualifications of the starter, level 3 to 8.</summary>
internal static class QualificationsFile
{
    public const string Name = "starter/qualifications";

    private static readonly Column<string> Id = Slugs("id");
    private static readonly Column<string> FullName = Text("name", Qualification.NameMaxLength);
    private static readonly Column<DiplomaType> Type = CapitalCode<DiplomaType>("diploma_type");
    private static readonly Column<int> Level = Whole("level", Qualification.LowestLevel, Qualification.HighestLevel);
    private static readonly Column<string?> Cfd = OptionalCoded("cfd", CatalogueCodes.Cfd).Unique();
    private static readonly Column<string?> Rncp = OptionalCoded("rncp", CatalogueCodes.Rncp);
    private static readonly Column<string?> Mef = OptionalCoded("mefstat11", CatalogueCodes.MefStat11);
    private static readonly Column<string?> Nsf = OptionalCoded("nsf", CatalogueCodes.Nsf);
    private static readonly Column<IReadOnlyList<string>> Romes =
        OptionalList("rome_codes", Occupations.Occupation.RomeLength).RefersTo(OccupationsFile.Name + ".csv", "rome");
    private static readonly Column<IReadOnlyList<string>> Sectors = List("sector_codes", Network.Sector.CodeMaxLength);
    private static readonly Column<IReadOnlyList<string>> Campuses = OptionalList("campus_slugs", Slug.MaxLength);
    private static readonly Column<DateOnly?> ClosedOn = OptionalDay("cfd_closed_on");
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);

    public static readonly FileDeclaration Declaration =
        new(Name, [Id], [Id, FullName, Type, Level, Cfd, Rncp, Mef, Nsf, Romes, Sectors, Campuses, ClosedOn, Source]);

    /// <summary>Refers to what the network loads before.</summary>
    public static void Check(FileRows file, CatalogueReferences known, ProblemList problems)
    {
        CatalogueReferences.Check(file, Sectors, known.Sectors, "starter/sectors.csv", "code", problems);
        CatalogueReferences.Check(file, Campuses, known.Campuses, "starter/campuses.csv", "slug", problems);
    }

    public static async Task WriteAsync(MaillageDb db, RowChanges changes, RowWriter rows, CancellationToken ct)
    {
        var keys = changes.KnownKeys;
        var known = await db.Qualifications.Where(row => keys.Contains(row.Slug)).ToDictionaryAsync(row => row.Slug, StringComparer.Ordinal, ct);
        rows.Write(changes, known, Map);
    }

    private static Qualification Map(FileRow row) => new()
    {
        Slug = row.Get(Id),
        Name = row.Get(FullName),
        DiplomaType = row.Get(Type),
        Level = row.Get(Level),
        Cfd = row.Get(Cfd),
        Rncp = row.Get(Rncp),
        MefStat11 = row.Get(Mef),
        Nsf = row.Get(Nsf),
        RomeCodes = [.. row.Get(Romes)],
        SectorCodes = [.. row.Get(Sectors)],
        CampusSlugs = [.. row.Get(Campuses)],
        ClosedOn = row.Get(ClosedOn),
        Provenance = new Provenance(row.Get(Source), null, Confidence.A),
    };
}
