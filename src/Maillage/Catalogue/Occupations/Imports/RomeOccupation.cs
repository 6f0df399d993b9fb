using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Occupations.Imports;

/// <summary>What the ecological transition does to an occupation, as the directory of occupations judges it.</summary>
public enum EcologicalTransition
{
    /// <summary>Little touched.</summary>
    White,

    /// <summary>Its purpose is to protect the environment.</summary>
    Green,

    /// <summary>Threatened by it.</summary>
    Brown,

    /// <summary>The transition cannot do without it.</summary>
    Strategic,
}

/// <summary>An occupation of the directory (ROME 4.0) and what marks it.</summary>
public sealed class RomeOccupation
{
    public required string Rome { get; init; }

    public required string Name { get; init; }

    /// <summary>Code of the broader occupation; its own when there is none.</summary>
    public required string ParentRome { get; init; }

    public EcologicalTransition? Ecological { get; init; }

    /// <summary>Whether the digital transition changes it deeply; null when the source does not tell, as for the others.</summary>
    public bool? IsDigital { get; init; }

    public bool? IsDemographic { get; init; }

    /// <summary>Whether the law sets conditions for exercising it.</summary>
    public bool? IsRegulated { get; init; }

    public bool? IsExecutive { get; init; }
}

/// <summary>The professional domain of an occupation, and the great domain around it.</summary>
public sealed class RomeDomain
{
    public const int CodeMaxLength = 3;

    public required string Rome { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string GreatDomain { get; init; }
}

/// <summary>A name under which an occupation is known.</summary>
public sealed class RomeAppellation
{
    public const int CodeMaxLength = 10;

    public required string Code { get; init; }

    public required string Rome { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether few use it.</summary>
    public required bool IsRare { get; init; }
}

internal sealed class RomeOccupationTables :
    IEntityTypeConfiguration<RomeOccupation>,
    IEntityTypeConfiguration<RomeDomain>,
    IEntityTypeConfiguration<RomeAppellation>
{
    public void Configure(EntityTypeBuilder<RomeOccupation> occupation)
    {
        occupation.ToTable("rome_occupations");
        occupation.HasKey(row => row.Rome);
        occupation.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        occupation.Property(row => row.Name).HasMaxLength(Occupation.NameMaxLength);
        occupation.Property(row => row.ParentRome).HasMaxLength(Occupation.RomeLength);
    }

    public void Configure(EntityTypeBuilder<RomeDomain> domain)
    {
        domain.ToTable("rome_domains");
        domain.HasKey(row => row.Rome);
        domain.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        domain.Property(row => row.Code).HasMaxLength(RomeDomain.CodeMaxLength);
        domain.Property(row => row.Name).HasMaxLength(Occupation.NameMaxLength);
        domain.Property(row => row.GreatDomain).HasMaxLength(Occupation.NameMaxLength);
    }

    public void Configure(EntityTypeBuilder<RomeAppellation> appellation)
    {
        appellation.ToTable("rome_appellations");
        appellation.HasKey(row => row.Code);
        appellation.Property(row => row.Code).HasMaxLength(RomeAppellation.CodeMaxLength);
        appellation.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        appellation.Property(row => row.Name).HasMaxLength(Occupation.NameMaxLength);
        appellation.HasIndex(row => row.Rome);
    }
}
