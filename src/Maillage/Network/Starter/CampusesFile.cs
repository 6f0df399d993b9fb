using Maillage.Network.Campuses;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>The campuses named in at least one public text.</summary>
internal static class CampusesFile
{
    public const string Name = "starter/campuses";

    private static readonly Column<string> CampusSlug = Slugs("slug");
    private static readonly Column<string> FullName = Text("name", CampusName.NameMaxLength);
    private static readonly Column<string?> ShortName = OptionalText("short_name", CampusName.ShortNameMaxLength);
    private static readonly Column<string> SectorCode = Text("sector_code", Sector.CodeMaxLength).RefersTo(SectorsFile.Name + ".csv", "code");
    private static readonly Column<bool> SectorIsOfficial = Flag("sector_is_official");
    private static readonly Column<CampusStatus> Status = Code<CampusStatus>("status");
    private static readonly Column<string?> Successor = OptionalSlugs("successor_slug").RefersTo(Name + ".csv", "slug");
    private static readonly Column<IReadOnlyList<string>> Regions =
        List("academic_regions", Territories.AcademicRegion.NameMaxLength).RefersTo(RegionsFile.Name + ".csv", "name");
    private static readonly Column<IReadOnlyList<string>> Academies =
        OptionalList("academies", Territories.Academie.NameMaxLength).RefersTo(AcademiesFile.Name + ".csv", "name");
    private static readonly Column<Uai?> Head = OptionalUai("head_institution_uai");
    private static readonly Column<InseeCode?> Commune = OptionalInsee("seat_commune_insee");
    private static readonly PlaceColumns Seat = new("seat_");
    private static readonly Column<ExcellenceClaim> Excellence = Code<ExcellenceClaim>("excellence");
    private static readonly Column<string?> Website = OptionalUrl("website", Campus.WebsiteMaxLength);
    private static readonly Column<Confidence> Trust = Code("confidence", Confidence.A, Confidence.B);
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);
    private static readonly Column<PartialDate?> AsOf = OptionalDate("as_of");

    public static readonly FileDeclaration Declaration = new(Name, [CampusSlug],
    [
        CampusSlug, FullName, ShortName, SectorCode, SectorIsOfficial, Status, Successor, Regions, Academies, Head,
        Commune, Seat.Latitude, Seat.Longitude, Seat.Precision, Excellence, Website, Trust, Source, AsOf,
    ]);

    /// <summary>Where the names of régions académiques are to be found.</summary>
    public static Reference RegionReference => Regions.Reference!;

    public static string SlugOf(FileRow row) => row.Text(CampusSlug);

    public static Confidence ConfidenceOf(FileRow row) => row.Get(Trust);

    /// <summary>The codes that the names of its regions and académies stand for.</summary>
    public static string WrittenFrom(FileRow row, StarterFiles files) =>
        string.Join(' ', [.. row.Get(Regions).Select(files.RegionNamed), .. row.Get(Academies).Select(files.AcademieNamed)]);

    public static void Check(FileRows file, ProblemList problems)
    {
        Seat.Check(file, problems);
        var successors = file.Rows.GroupBy(SlugOf, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.First().Text(Successor), StringComparer.Ordinal);
        foreach (var row in file.Rows)
        {
            if (row.Text(Successor).Length == 0)
            {
                if (row.Text(Status) == CampusStatus.Merged.ToCode())
                {
                    problems.Add(StarterProblems.MergedWithoutSuccessor, file.Declaration.File, row.Line, Successor.Name, row.Text(CampusSlug));
                }
            }
            else if (SucceedsItself(row, successors))
            {
                problems.Add(StarterProblems.SuccessorLoop, file.Declaration.File, row.Line, Successor.Name, row.Text(Successor));
            }
        }
    }

    public static async Task WriteAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var keys = changes.TouchedKeys;
        var known = await writing.Db.Campuses.AsSplitQuery()
            .Include(campus => campus.Names).Include(campus => campus.Regions).Include(campus => campus.Academies)
            .Where(campus => keys.Contains(campus.Slug))
            .ToDictionaryAsync(campus => campus.Slug, StringComparer.Ordinal, ct);
        writing.Rows.Write(
            changes,
            known,
            row => Create(row, writing),
            (campus, row) => Fill(campus, row, writing),
            typeof(CampusName), typeof(CampusRegion), typeof(CampusAcademie));
        await writing.FindCampusesAsync(ct);
        foreach (var row in changes.Written)
        {
            var successor = row.Get(Successor);
            writing.Campus(SlugOf(row)).SuccessorId = successor is null ? null : writing.Campus(successor).CampusId;
        }
    }

    private static Campus Create(FileRow row, StarterWriting writing)
    {
        var campus = new Campus
        {
            Slug = row.Get(CampusSlug),
            SectorCode = row.Get(SectorCode),
            SectorIsOfficial = row.Get(SectorIsOfficial),
            Status = row.Get(Status),
            ExcellenceClaim = row.Get(Excellence),
            Provenance = ProvenanceOf(row),
            Names = [NameOf(row, default)],
        };
        Fill(campus, row, writing);
        return campus;
    }

    private static void Fill(Campus campus, FileRow row, StarterWriting writing)
    {
        campus.SectorCode = row.Get(SectorCode);
        campus.SectorIsOfficial = row.Get(SectorIsOfficial);
        campus.Status = row.Get(Status);
        campus.ExcellenceClaim = row.Get(Excellence);
        campus.HeadInstitutionUai = row.Get(Head);
        campus.SeatCommune = row.Get(Commune);
        (campus.SeatLatitude, campus.SeatLongitude) = (row.Get(Seat.Latitude), row.Get(Seat.Longitude));
        campus.SeatPrecision = row.Get(Seat.Precision);
        campus.Website = row.Get(Website);
        campus.Provenance = ProvenanceOf(row);
        campus.UpdatedAt = writing.Now;

        // Names of the past are told by people; the file tells the one of today.
        if (campus.Names.Find(name => name.Until is null) is { } name)
        {
            (name.Name, name.ShortName, name.Provenance) = (row.Get(FullName), row.Get(ShortName), ProvenanceOf(row));
        }
        else
        {
            writing.Db.Add(NameOf(row, campus.CampusId));
        }

        Arrange(
            campus.Regions,
            [.. row.Get(Regions).Select(writing.Files.RegionNamed)],
            region => region.RegionCode,
            (region, position) => region.Position = position,
            (code, position) => new CampusRegion { RegionCode = code, Position = position });
        Arrange(
            campus.Academies,
            [.. row.Get(Academies).Select(writing.Files.AcademieNamed)],
            academie => academie.AcademieCode,
            (academie, position) => academie.Position = position,
            (code, position) => new CampusAcademie { AcademieCode = code, Position = position });
    }

    private static CampusName NameOf(FileRow row, Guid campusId) =>
        new() { CampusId = campusId, Name = row.Get(FullName), ShortName = row.Get(ShortName), Provenance = ProvenanceOf(row) };

    /// <summary>Makes the list hold these codes, in this order.</summary>
    private static void Arrange<T>(List<T> list, List<string> codes, Func<T, string> codeOf, Action<T, int> place, Func<string, int, T> create)
    {
        list.RemoveAll(item => !codes.Contains(codeOf(item), StringComparer.Ordinal));
        for (var position = 0; position < codes.Count; position++)
        {
            if (list.Find(item => codeOf(item) == codes[position]) is { } known)
            {
                place(known, position);
            }
            else
            {
                list.Add(create(codes[position], position));
            }
        }
    }

    private static bool SucceedsItself(FileRow row, Dictionary<string, string> successors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var slug = SlugOf(row);
        while (seen.Add(slug) && successors.TryGetValue(slug, out var next) && next.Length > 0)
        {
            slug = next;
        }

        return !seen.Add(slug) && slug == SlugOf(row);
    }

    private static Provenance ProvenanceOf(FileRow row) => new(row.Get(Source), row.Get(AsOf), row.Get(Trust));
}
