using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A level of the nomenclature of diplomas, which tells a kind of diploma, and the French level of that kind.</summary>
public sealed class DiplomaLevel
{
    public const int NameMaxLength = 120;

    public required string Code { get; init; }

    public required string Name { get; init; }

    public int? Level { get; init; }
}

internal sealed class DiplomaLevelTable : IEntityTypeConfiguration<DiplomaLevel>
{
    public void Configure(EntityTypeBuilder<DiplomaLevel> level)
    {
        level.ToTable("diploma_levels");
        level.HasKey(row => row.Code);
        level.Property(row => row.Code).HasMaxLength(DiplomaCode.LevelCodeLength);
        level.Property(row => row.Name).HasMaxLength(DiplomaLevel.NameMaxLength);
    }
}

internal static class DiplomaLevels
{
    private static readonly Column<string> Code = Columns.Text("NIVEAU_FORMATION_DIPLOME", DiplomaCode.LevelCodeLength);
    private static readonly Column<string> Name = Columns.Text("LIBELLE_100", DiplomaLevel.NameMaxLength);
    private static readonly Column<string?> FrenchLevel = BcnColumns.FrenchLevel();

    public static readonly DataSet DataSet = new("bcn/diploma-levels", BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [Code, Name, FrenchLevel],
        Fills = [Fill.With(row => new DiplomaLevel { Code = row.Get(Code), Name = row.Get(Name), Level = BcnColumns.LevelOf(row.Get(FrenchLevel)) })],
    };
}
