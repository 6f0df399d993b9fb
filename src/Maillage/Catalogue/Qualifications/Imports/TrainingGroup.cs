using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A diploma, or the year common to several, in a group of the nomenclature: a family of trades, the options of one diploma.</summary>
public sealed class TrainingGroup
{
    public const int CodeMaxLength = 10;

    public required string Code { get; init; }

    public required string Cfd { get; init; }

    public DateOnly? ClosedOn { get; init; }
}

internal sealed class TrainingGroupTable : IEntityTypeConfiguration<TrainingGroup>
{
    public void Configure(EntityTypeBuilder<TrainingGroup> group)
    {
        group.ToTable("training_groups");
        group.HasKey(row => new { row.Code, row.Cfd });
        group.Property(row => row.Code).HasMaxLength(TrainingGroup.CodeMaxLength);
        group.Property(row => row.Cfd).HasMaxLength(Qualification.CfdLength);
    }
}

/// <summary>Who belongs to which group, diplomas renewed since the lists of families included.</summary>
internal static class TrainingGroups
{
    private static readonly Column<string> Code = Columns.Text("GROUPE_FORMATION", TrainingGroup.CodeMaxLength);
    private static readonly Column<string> Cfd = Columns.Coded("FORMATION_DIPLOME", CatalogueCodes.Cfd);
    private static readonly Column<DateOnly?> ClosedOn = BcnColumns.ClosedOn();

    public static readonly DataSet DataSet = new("bcn/training-groups", BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [Code, Cfd, ClosedOn],
        Fills = [Fill.With(row => new TrainingGroup { Code = row.Get(Code), Cfd = row.Get(Cfd), ClosedOn = row.Get(ClosedOn) })],
    };
}
