using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A diploma that begins with a year common to several, under a code of its own: family of trades, or options of a BTS.</summary>
public sealed class CommonFirstYear
{
    public const int NameMaxLength = 200;

    public required string DataSet { get; init; }

    /// <summary>Code of the common year, by which one enters.</summary>
    public required string CommonCfd { get; init; }

    /// <summary>Code of the diploma, which one chooses after it.</summary>
    public required string SpecialityCfd { get; init; }

    public required string Family { get; init; }

    public required string Speciality { get; init; }
}

internal sealed class CommonFirstYearTable : IEntityTypeConfiguration<CommonFirstYear>
{
    public void Configure(EntityTypeBuilder<CommonFirstYear> year)
    {
        year.ToTable("common_first_years");
        year.HasKey(row => new { row.DataSet, row.CommonCfd, row.SpecialityCfd });
        year.Property(row => row.DataSet).HasMaxLength(OpenData.Imports.DataSet.NameMaxLength);
        year.Property(row => row.CommonCfd).HasMaxLength(Qualification.CfdLength);
        year.Property(row => row.SpecialityCfd).HasMaxLength(Qualification.CfdLength);
        year.Property(row => row.Family).HasMaxLength(CommonFirstYear.NameMaxLength);
        year.Property(row => row.Speciality).HasMaxLength(CommonFirstYear.NameMaxLength);
    }
}

/// <summary>Families of trades of the vocational baccalauréat, and BTS whose options share their first year.</summary>
internal static class CommonFirstYears
{
    private static readonly Column<string> CommonCfd = Columns.Coded("CFD_COMMUN", CatalogueCodes.Cfd);
    private static readonly Column<string> SpecialityCfd = Columns.Coded("CFD_SPECIALITE", CatalogueCodes.Cfd);
    private static readonly Column<string> Family = Columns.Text("FAMILLE", CommonFirstYear.NameMaxLength);
    private static readonly Column<string> Speciality = Columns.Text("SPECIALITE", CommonFirstYear.NameMaxLength);

    // Each list has what the other has not.
    private static readonly Column<string?> CommonMefStat = Columns.OptionalText("MEFSTAT11_COMMUN", Qualification.MefStat11Length);
    private static readonly Column<string?> FirstYearReturns = Columns.OptionalText("RS CFDannee1", CommonFirstYear.NameMaxLength);

    public static readonly DataSet Families = Of("bcn/trade-families", CommonMefStat);

    public static readonly DataSet BtsOptions = Of("bcn/bts-options", FirstYearReturns);

    private static DataSet Of(string name, Column ownColumn) => new(name, BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [CommonCfd, SpecialityCfd, Family, Speciality, ownColumn],
        Fills =
        [
            Fill.With(row => new CommonFirstYear
            {
                DataSet = row.DataSet,
                CommonCfd = row.Get(CommonCfd),
                SpecialityCfd = row.Get(SpecialityCfd),
                Family = row.Get(Family),
                Speciality = row.Get(Speciality),
            }).KeepingFirst(),
        ],
    };
}
