using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A group of the nomenclature of specialities (NSF), three digits, inside its domain.</summary>
public sealed class SpecialityGroup
{
    public const int NameMaxLength = 120;
    public const int CodeLength = 3;

    public required string Code { get; init; }

    public required string DomainCode { get; init; }

    public required string Name { get; init; }
}

/// <summary>A domain of the nomenclature of specialities (NSF), two digits.</summary>
public sealed class SpecialityDomain
{
    public const int CodeLength = 2;

    public required string Code { get; init; }

    public required string Name { get; init; }
}

internal sealed class SpecialityTables : IEntityTypeConfiguration<SpecialityGroup>, IEntityTypeConfiguration<SpecialityDomain>
{
    public void Configure(EntityTypeBuilder<SpecialityGroup> group)
    {
        group.ToTable("speciality_groups");
        group.HasKey(row => row.Code);
        group.Property(row => row.Code).HasMaxLength(SpecialityGroup.CodeLength);
        group.Property(row => row.DomainCode).HasMaxLength(SpecialityDomain.CodeLength);
        group.Property(row => row.Name).HasMaxLength(SpecialityGroup.NameMaxLength);
    }

    public void Configure(EntityTypeBuilder<SpecialityDomain> domain)
    {
        domain.ToTable("speciality_domains");
        domain.HasKey(row => row.Code);
        domain.Property(row => row.Code).HasMaxLength(SpecialityDomain.CodeLength);
        domain.Property(row => row.Name).HasMaxLength(SpecialityGroup.NameMaxLength);
    }
}

internal static class Specialities
{
    private static readonly Column<string> Group = Columns.Text("GROUPE_SPECIALITE", SpecialityGroup.CodeLength);
    private static readonly Column<string> Domain = Columns.Text("DOMAINE_SPECIALITE", SpecialityDomain.CodeLength);
    private static readonly Column<string?> Category = Columns.OptionalText("CATEGORIE_SPECIALITE", SpecialityGroup.CodeLength);
    private static readonly Column<string> Name = Columns.Text("LIBELLE_LONG", SpecialityGroup.NameMaxLength);

    public static readonly DataSet Groups = new("bcn/speciality-groups", BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [Group, Domain, Name],
        Fills = [Fill.With(row => new SpecialityGroup { Code = row.Get(Group), DomainCode = row.Get(Domain), Name = row.Get(Name) })],
    };

    public static readonly DataSet Domains = new("bcn/speciality-domains", BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [Domain, Category, Name],
        Fills = [Fill.With(row => new SpecialityDomain { Code = row.Get(Domain), Name = row.Get(Name) })],
    };
}
