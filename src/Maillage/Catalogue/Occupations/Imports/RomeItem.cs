using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Occupations.Imports;

/// <summary>What an occupation asks of a person, or offers.</summary>
public enum RomeItemKind
{
    KnowHow,
    SoftSkill,
    Knowledge,
    WorkContext,
}

/// <summary>What a skill is to an occupation, when the directory tells it.</summary>
public enum RomeWeight
{
    Core,
    Emerging,
}

/// <summary>A skill, a piece of knowledge or a context of work of the directory of occupations.</summary>
public sealed class RomeItem
{
    public const int NameMaxLength = 300;
    public const int CategoryMaxLength = 120;

    public required string DataSet { get; init; }

    public required string Code { get; init; }

    public required RomeItemKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Under which the directory lists it.</summary>
    public string? Category { get; init; }
}

/// <summary>An occupation asks for a skill or is exercised in a context.</summary>
public sealed class RomeItemLink
{
    public required string Rome { get; init; }

    public required string Code { get; init; }

    public RomeWeight? Weight { get; init; }
}

/// <summary>From one occupation, another that is near.</summary>
public sealed class RomeMobility
{
    public required string Rome { get; init; }

    public required string TargetRome { get; init; }

    /// <summary>The nearest first.</summary>
    public required int Rank { get; init; }
}

/// <summary>Interests that an occupation suits, as letters of the RIASEC model.</summary>
public sealed class RomeInterest
{
    public const int LetterLength = 1;

    public required string Rome { get; init; }

    public required string Major { get; init; }

    public string? Minor { get; init; }
}

/// <summary>A sentence about an occupation: what it is, or how one comes to it.</summary>
public sealed class RomeText
{
    public const int KindMaxLength = 20;
    public const int TextMaxLength = 1_000;

    public required string Rome { get; init; }

    /// <summary>As the source writes it.</summary>
    public required string Kind { get; init; }

    public required int Position { get; init; }

    public required string Text { get; init; }
}

/// <summary>A set of occupations that the directory names: sector of activity, theme, centre of interest.</summary>
public sealed class RomeGrouping
{
    public const int CodeMaxLength = 10;
    public const int NameMaxLength = 200;

    public required string DataSet { get; init; }

    public required string Rome { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it is the main one of the occupation; null when the source does not rank them.</summary>
    public bool? IsMain { get; init; }
}

internal sealed class RomeItemTables :
    IEntityTypeConfiguration<RomeItem>,
    IEntityTypeConfiguration<RomeItemLink>,
    IEntityTypeConfiguration<RomeMobility>,
    IEntityTypeConfiguration<RomeInterest>,
    IEntityTypeConfiguration<RomeText>,
    IEntityTypeConfiguration<RomeGrouping>
{
    public void Configure(EntityTypeBuilder<RomeItem> item)
    {
        item.ToTable("rome_items");
        item.HasKey(row => new { row.DataSet, row.Code });
        item.Property(row => row.DataSet).HasMaxLength(OpenData.Imports.DataSet.NameMaxLength);
        item.Property(row => row.Code).HasMaxLength(RomeAppellation.CodeMaxLength);
        item.Property(row => row.Name).HasMaxLength(RomeItem.NameMaxLength);
        item.Property(row => row.Category).HasMaxLength(RomeItem.CategoryMaxLength);
        item.HasIndex(row => row.Code);
    }

    public void Configure(EntityTypeBuilder<RomeItemLink> link)
    {
        link.ToTable("rome_item_links");
        link.HasKey(row => new { row.Rome, row.Code });
        link.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        link.Property(row => row.Code).HasMaxLength(RomeAppellation.CodeMaxLength);
    }

    public void Configure(EntityTypeBuilder<RomeMobility> mobility)
    {
        mobility.ToTable("rome_mobilities");
        mobility.HasKey(row => new { row.Rome, row.TargetRome });
        mobility.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        mobility.Property(row => row.TargetRome).HasMaxLength(Occupation.RomeLength);
    }

    public void Configure(EntityTypeBuilder<RomeInterest> interest)
    {
        interest.ToTable("rome_interests");
        interest.HasKey(row => row.Rome);
        interest.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        interest.Property(row => row.Major).HasMaxLength(RomeInterest.LetterLength);
        interest.Property(row => row.Minor).HasMaxLength(RomeInterest.LetterLength);
    }

    public void Configure(EntityTypeBuilder<RomeText> text)
    {
        text.ToTable("rome_texts");
        text.HasKey(row => new { row.Rome, row.Kind, row.Position });
        text.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        text.Property(row => row.Kind).HasMaxLength(RomeText.KindMaxLength);
        text.Property(row => row.Text).HasMaxLength(RomeText.TextMaxLength);
    }

    public void Configure(EntityTypeBuilder<RomeGrouping> grouping)
    {
        grouping.ToTable("rome_groupings");
        grouping.HasKey(row => new { row.Rome, row.DataSet, row.Code });
        grouping.Property(row => row.DataSet).HasMaxLength(OpenData.Imports.DataSet.NameMaxLength);
        grouping.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        grouping.Property(row => row.Code).HasMaxLength(RomeGrouping.CodeMaxLength);
        grouping.Property(row => row.Name).HasMaxLength(RomeGrouping.NameMaxLength);
    }
}
