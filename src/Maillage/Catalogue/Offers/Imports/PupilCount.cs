using Maillage.Catalogue.Qualifications;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Offers.Imports;

/// <summary>Pupils of one year of one training in one school, as the ministry counts them.</summary>
public sealed class PupilCount
{
    /// <summary>Year in which the school year begins.</summary>
    public required int SchoolYear { get; init; }

    public required Uai Uai { get; init; }

    /// <summary>Statistical code of the training and its year (MEFSTAT11).</summary>
    public required string MefStat { get; init; }

    /// <summary>Pupils; null when the source does not tell. Fewer than five are never shown outside.</summary>
    public int? Enrolled { get; init; }
}

internal sealed class PupilCountTable : IEntityTypeConfiguration<PupilCount>
{
    public void Configure(EntityTypeBuilder<PupilCount> count)
    {
        count.ToTable("pupil_counts");
        count.HasKey(row => new { row.SchoolYear, row.Uai, row.MefStat });
        count.Property(row => row.MefStat).HasMaxLength(Qualification.MefStat11Length);
        count.HasIndex(row => row.MefStat);
    }
}

/// <summary>Pupils by school and training: one file a school year.</summary>
internal static class PupilCounts
{
    private static readonly Column<int> SchoolYear = Columns.Whole("Rentrée scolaire", OrionColumns.FirstYear, OrionColumns.LastYear);
    private static readonly Column<Uai> School = Columns.RequiredUai("UAI").Or("Numéro d'établissement", "Numéro UAI");
    private static readonly Column<string> MefStat = Columns.Coded("Mef Bcp 11", CatalogueCodes.MefStat11).Or("MEFSTAT11", "MEF STAT 11");
    private static readonly Column<int?> Enrolled = Columns.OptionalWhole("Nombre d'élèves : Total", 0, OrionColumns.MostPeople).Or("Nombre d'élèves");

    public static readonly DataSet DataSet = new("orion/pupils", OrionColumns.Producer, OrionColumns.Licence)
    {
        Page = OrionColumns.Page,
        Vintage = Vintage.Of(SchoolYear),
        Columns = [SchoolYear, School, MefStat, Enrolled],
        Fills =
        [
            Fill.With(row => new PupilCount
            {
                SchoolYear = row.Get(SchoolYear),
                Uai = row.Get(School),
                MefStat = row.Get(MefStat),
                Enrolled = row.Get(Enrolled),
            }).ScopedBy(count => count.SchoolYear),
        ],
    };
}
