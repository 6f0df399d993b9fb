using Maillage.Catalogue.Offers;
using Maillage.Data;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Catalogue.Starter;

/// <summary>Who prepares what, in which mode.</summary>
internal static class TrainingOffersFile
{
    public const string Name = "starter/training_offers";

    private const int MaxLearners = 10_000;

    private static readonly Column<string> OrganisationId = Slugs("organisation_id");
    private static readonly Column<string> QualificationId = Slugs("qualification_id").RefersTo(QualificationsFile.Name + ".csv", "id");
    private static readonly Column<TrainingMode> Mode =
        Code("mode", TrainingMode.Scolaire, TrainingMode.Apprentissage, TrainingMode.FormationContinue);
    private static readonly Column<int?> Capacity = OptionalWhole("capacity", 0, MaxLearners);
    private static readonly Column<int?> Enrolled = OptionalWhole("enrolled", 0, MaxLearners);
    private static readonly Column<PartialDate?> SchoolYear = OptionalDate("school_year");
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);
    private static readonly Column<PartialDate?> Vintage = OptionalDate("vintage");

    public static readonly FileDeclaration Declaration = new(Name, [OrganisationId, QualificationId, Mode, SchoolYear],
        [OrganisationId, QualificationId, Mode, Capacity, Enrolled, SchoolYear, Source, Vintage]);

    /// <summary>Refers to what the network loads before; a year is a school year.</summary>
    public static void Check(FileRows file, CatalogueReferences known, ProblemList problems)
    {
        CatalogueReferences.Check(file, OrganisationId, known.Organisations, "starter/organisations.csv", "id", problems);
        foreach (var row in file.Rows)
        {
            if (PartialDate.TryParse(row.Text(SchoolYear), out var year) && year.Precision != DatePrecision.SchoolYear)
            {
                problems.Add(CatalogueStarterProblems.NotASchoolYear, file.Declaration.File, row.Line, SchoolYear.Name, row.Text(SchoolYear));
            }
        }
    }

    public static async Task WriteAsync(MaillageDb db, RowChanges changes, RowWriter rows, CancellationToken ct)
    {
        var organisations = changes.KnownKeys.Select(key => key.Split('|')[0]).Distinct(StringComparer.Ordinal).ToList();
        var known = (await db.TrainingOffers.Where(row => organisations.Contains(row.OrganisationSlug)).ToListAsync(ct))
            .ToDictionary(row => $"{row.OrganisationSlug}|{row.QualificationSlug}|{row.Mode.ToCode()}|{row.SchoolYear}", StringComparer.Ordinal);
        rows.Write(changes, known, Map, Fill);
    }

    private static TrainingOffer Map(FileRow row) => new()
    {
        OrganisationSlug = row.Get(OrganisationId),
        QualificationSlug = row.Get(QualificationId),
        Mode = row.Get(Mode),
        SchoolYear = row.Get(SchoolYear),
        Capacity = row.Get(Capacity),
        Enrolled = row.Get(Enrolled),
        Provenance = ProvenanceOf(row),
    };

    private static void Fill(TrainingOffer offer, FileRow row) =>
        (offer.Capacity, offer.Enrolled, offer.Provenance) = (row.Get(Capacity), row.Get(Enrolled), ProvenanceOf(row));

    private static Provenance ProvenanceOf(FileRow row) => new(row.Get(Source), row.Get(Vintage), Confidence.A);
}
