using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>One year of one course (MEF), and the diploma that it prepares: it joins what is counted by year to diplomas.</summary>
public sealed class CourseYear
{
    public const int MefLength = 10;
    public const int NameMaxLength = 100;
    public const int MostYears = 9;

    public required string Mef { get; init; }

    /// <summary>Statistical code of the year (MEFSTAT11), by which pupils are counted.</summary>
    public required string MefStat { get; init; }

    public required string Cfd { get; init; }

    /// <summary>Rank of the year in the course, from 1; 9 when the course has no years.</summary>
    public required int Year { get; init; }

    /// <summary>Years of the course.</summary>
    public required int Duration { get; init; }

    public required string Name { get; init; }

    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosedOn { get; init; }
}

internal sealed class CourseYearTable : IEntityTypeConfiguration<CourseYear>
{
    public void Configure(EntityTypeBuilder<CourseYear> year)
    {
        year.ToTable("course_years");
        year.HasKey(row => row.Mef);
        year.Property(row => row.Mef).HasMaxLength(CourseYear.MefLength);
        year.Property(row => row.MefStat).HasMaxLength(Qualification.MefStat11Length);
        year.Property(row => row.Cfd).HasMaxLength(Qualification.CfdLength);
        year.Property(row => row.Name).HasMaxLength(CourseYear.NameMaxLength);
        year.HasIndex(row => row.MefStat);
    }
}

/// <summary>The whole nomenclature of years of courses.</summary>
internal static class CourseYears
{
    private static readonly Column<string> Mef = Columns.Coded("MEF", CatalogueCodes.Mef);
    private static readonly Column<string> MefStat = Columns.Coded("MEF_STAT_11", CatalogueCodes.MefStat11);
    private static readonly Column<string> Cfd = Columns.Coded("FORMATION_DIPLOME", CatalogueCodes.Cfd);
    private static readonly Column<int> Year = Columns.Whole("ANNEE_DISPOSITIF", 0, CourseYear.MostYears);
    private static readonly Column<int> Duration = Columns.Whole("DUREE_DISPOSITIF", 0, CourseYear.MostYears);
    private static readonly Column<string> Name = Columns.Text("LIBELLE_LONG", CourseYear.NameMaxLength);
    private static readonly Column<DateOnly?> OpensOn = BcnColumns.OpensOn();
    private static readonly Column<DateOnly?> ClosedOn = BcnColumns.ClosedOn();

    // Selections that others make of the nomenclature do not have it.
    private static readonly Column<string?> MefStat9 = Columns.OptionalText("MEF_STAT_9", CourseYear.NameMaxLength);

    public static readonly DataSet DataSet = new("bcn/course-years", BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [Mef, MefStat, Cfd, Year, Duration, Name, OpensOn, ClosedOn, MefStat9],
        Fills =
        [
            Fill.With(row => new CourseYear
            {
                Mef = row.Get(Mef),
                MefStat = row.Get(MefStat),
                Cfd = row.Get(Cfd),
                Year = row.Get(Year),
                Duration = row.Get(Duration),
                Name = row.Get(Name),
                OpensOn = row.Get(OpensOn),
                ClosedOn = row.Get(ClosedOn),
            }),
        ],
    };
}
