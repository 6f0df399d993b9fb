using Maillage.Catalogue.Qualifications;
using Maillage.Data;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Catalogue.Starter;

/// <summary>Which qualification can follow which.</summary>
internal static class PathwayLinksFile
{
    public const string Name = "starter/pathway_links";

    private static readonly Column<string> From = Slugs("from_qualification_id").RefersTo(QualificationsFile.Name + ".csv", "id");
    private static readonly Column<string> To = Slugs("to_qualification_id").RefersTo(QualificationsFile.Name + ".csv", "id");
    private static readonly Column<PathwayBasis> Basis = Code("basis", PathwayBasis.Official, PathwayBasis.Usual);
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);
    private static readonly Column<string> Licence = Text("licence", PathwayLink.LicenceMaxLength);

    public static readonly FileDeclaration Declaration = new(Name, [From, To], [From, To, Basis, Source, Licence]);

    public static void Check(FileRows file, ProblemList problems)
    {
        foreach (var row in file.Rows.Where(row => row.Text(From) == row.Text(To)))
        {
            problems.Add(CatalogueStarterProblems.FollowsItself, file.Declaration.File, row.Line, To.Name, row.Text(To));
        }
    }

    public static async Task WriteAsync(MaillageDb db, RowChanges changes, RowWriter rows, CancellationToken ct)
    {
        var from = changes.KnownKeys.Select(key => key.Split('|')[0]).Distinct(StringComparer.Ordinal).ToList();
        var known = (await db.PathwayLinks.Where(row => from.Contains(row.FromSlug)).ToListAsync(ct))
            .ToDictionary(row => $"{row.FromSlug}|{row.ToSlug}", StringComparer.Ordinal);
        rows.Write(changes, known, Map, Fill);
    }

    private static PathwayLink Map(FileRow row) => new()
    {
        FromSlug = row.Get(From),
        ToSlug = row.Get(To),
        Basis = row.Get(Basis),
        Licence = row.Get(Licence),
        Provenance = ProvenanceOf(row),
    };

    private static void Fill(PathwayLink link, FileRow row) =>
        (link.Basis, link.Licence, link.Provenance) = (row.Get(Basis), row.Get(Licence), ProvenanceOf(row));

    private static Provenance ProvenanceOf(FileRow row) =>
        new(row.Get(Source), null, row.Get(Basis) == PathwayBasis.Official ? Confidence.A : Confidence.C);
}
