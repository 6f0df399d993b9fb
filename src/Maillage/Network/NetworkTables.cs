using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Network.Territories;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Network;

/// <summary>The tables of the module.</summary>
public static class NetworkTables
{
    extension(MaillageDb db)
    {
        public DbSet<Sector> Sectors => db.Set<Sector>();

        public DbSet<AcademicRegion> AcademicRegions => db.Set<AcademicRegion>();

        public DbSet<Academie> Academies => db.Set<Academie>();

        public DbSet<Department> Departments => db.Set<Department>();

        public DbSet<Epci> Epcis => db.Set<Epci>();

        public DbSet<Commune> Communes => db.Set<Commune>();

        public DbSet<Campus> Campuses => db.Set<Campus>();

        public DbSet<WorkAxis> WorkAxes => db.Set<WorkAxis>();

        public DbSet<Organisation> Organisations => db.Set<Organisation>();

        public DbSet<Membership> Memberships => db.Set<Membership>();
    }
}

internal sealed class SectorTable : IEntityTypeConfiguration<Sector>
{
    public void Configure(EntityTypeBuilder<Sector> sector)
    {
        sector.ToTable("sectors").IsPublished();
        sector.HasKey(row => row.Code);
        sector.Property(row => row.Code).HasMaxLength(Sector.CodeMaxLength);
        sector.HasText(row => row.Name, Sector.NameMaxLength);
        sector.HasProvenance(row => row.Provenance);
    }
}

internal sealed class TerritoryTables :
    IEntityTypeConfiguration<AcademicRegion>,
    IEntityTypeConfiguration<Academie>,
    IEntityTypeConfiguration<Department>,
    IEntityTypeConfiguration<Epci>,
    IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<AcademicRegion> region)
    {
        region.ToTable("academic_regions").IsPublished();
        region.HasKey(row => row.Code);
        region.Property(row => row.Code).HasMaxLength(AcademicRegion.CodeMaxLength);
        region.Property(row => row.Slug).HasMaxLength(Slug.MaxLength);
        region.HasIndex(row => row.Slug).IsUnique();
        region.Property(row => row.Name).HasMaxLength(AcademicRegion.NameMaxLength);
        region.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<Academie> academie)
    {
        academie.ToTable("academies").IsPublished();
        academie.HasKey(row => row.Code);
        academie.Property(row => row.Code).HasMaxLength(Academie.CodeMaxLength);
        academie.Property(row => row.Name).HasMaxLength(Academie.NameMaxLength);
        academie.HasCodes(row => row.Departments, Academie.DepartmentsMaxLength);
        academie.HasOne<AcademicRegion>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
        academie.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.ToTable("departments").IsPublished();
        department.HasKey(row => row.Code);
        department.Property(row => row.Code).HasMaxLength(Department.CodeMaxLength);
        department.Property(row => row.Name).HasMaxLength(Department.NameMaxLength);
        department.Property(row => row.RegionCode).HasMaxLength(AcademicRegion.CodeMaxLength);
    }

    public void Configure(EntityTypeBuilder<Epci> epci)
    {
        epci.ToTable("epcis");
        epci.HasKey(row => row.Code);
        epci.Property(row => row.Code).HasMaxLength(Epci.CodeMaxLength);
        epci.Property(row => row.Name).HasMaxLength(Epci.NameMaxLength);
        epci.Property(row => row.Kind).HasMaxLength(Epci.KindMaxLength);
    }

    public void Configure(EntityTypeBuilder<Commune> commune)
    {
        commune.ToTable("communes");
        commune.HasKey(row => row.Code);
        commune.Property(row => row.Name).HasMaxLength(Commune.NameMaxLength);
        commune.Property(row => row.FoldedName).HasMaxLength(Commune.NameMaxLength);
        commune.HasIndex(row => row.FoldedName);
        commune.Property(row => row.Postcodes).HasMaxLength(Commune.PostcodesMaxLength);
        commune.HasOne<Department>().WithMany().HasForeignKey(row => row.DepartmentCode).OnDelete(DeleteBehavior.Restrict);
        commune.HasOne<Epci>().WithMany().HasForeignKey(row => row.EpciCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CampusTables :
    IEntityTypeConfiguration<Campus>,
    IEntityTypeConfiguration<CampusName>,
    IEntityTypeConfiguration<CampusRegion>,
    IEntityTypeConfiguration<CampusAcademie>,
    IEntityTypeConfiguration<LabelPeriod>,
    IEntityTypeConfiguration<WorkAxis>
{
    public void Configure(EntityTypeBuilder<Campus> campus)
    {
        campus.ToTable("campuses").IsPublished().HasVersion().LiesWithin(row => row.CampusId);
        campus.HasKey(row => row.CampusId);
        campus.Property(row => row.Slug).HasMaxLength(Slug.MaxLength);
        campus.HasIndex(row => row.Slug).IsUnique();
        campus.Property(row => row.Website).HasMaxLength(Campus.WebsiteMaxLength);
        campus.HasText(row => row.Presentation, Campus.PresentationMaxLength);
        campus.HasProvenance(row => row.Provenance);
        campus.HasOne<Sector>().WithMany().HasForeignKey(row => row.SectorCode).OnDelete(DeleteBehavior.Restrict);
        campus.HasOne<Campus>().WithMany().HasForeignKey(row => row.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        campus.HasMany(row => row.Names).WithOne().HasForeignKey(row => row.CampusId);
        campus.HasMany(row => row.Regions).WithOne().HasForeignKey(row => row.CampusId);
        campus.HasMany(row => row.Academies).WithOne().HasForeignKey(row => row.CampusId);
        campus.HasMany(row => row.LabelPeriods).WithOne().HasForeignKey(row => row.CampusId);
        campus.HasMany(row => row.WorkAxes).WithOne().HasForeignKey(row => row.CampusId);
    }

    public void Configure(EntityTypeBuilder<CampusName> name)
    {
        name.ToTable("campus_names").IsPublished().LiesWithin(row => row.CampusId);
        name.HasKey(row => row.CampusNameId);
        name.Property(row => row.Name).HasMaxLength(CampusName.NameMaxLength);
        name.Property(row => row.ShortName).HasMaxLength(CampusName.ShortNameMaxLength);
        name.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<CampusRegion> region)
    {
        region.ToTable("campus_regions").IsPublished().LiesWithin(row => row.CampusId);
        region.HasKey(row => new { row.CampusId, row.RegionCode });
        region.HasOne<AcademicRegion>().WithMany().HasForeignKey(row => row.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CampusAcademie> academie)
    {
        academie.ToTable("campus_academies").IsPublished().LiesWithin(row => row.CampusId);
        academie.HasKey(row => new { row.CampusId, row.AcademieCode });
        academie.HasOne<Academie>().WithMany().HasForeignKey(row => row.AcademieCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LabelPeriod> period)
    {
        period.ToTable("label_periods", table => table.HasCheckConstraint(
            "ck_label_periods_duration", $"duration_years BETWEEN 1 AND {LabelPeriod.MaxDurationYears}")).IsPublished().LiesWithin(row => row.CampusId);
        period.HasKey(row => row.LabelPeriodId);
        period.HasIndex(row => new { row.CampusId, row.Scheme, row.Category, row.Start }).IsUnique();
        period.Property(row => row.DecisionReference).HasMaxLength(LabelPeriod.DecisionReferenceMaxLength);
        period.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<WorkAxis> axis)
    {
        axis.ToTable("work_axes").IsPublished().HasVersion().LiesWithin(row => row.CampusId);
        axis.HasKey(row => row.WorkAxisId);
        axis.HasText(row => row.Title, WorkAxis.TitleMaxLength);
        axis.HasText(row => row.Description, WorkAxis.DescriptionMaxLength);
        axis.HasProvenance(row => row.Provenance);
    }
}

internal sealed class OrganisationTables :
    IEntityTypeConfiguration<Organisation>,
    IEntityTypeConfiguration<OrganisationSector>,
    IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations").IsPublished().HasVersion().LiesWithin(row => row.OrganisationId);
        organisation.HasKey(row => row.OrganisationId);
        organisation.Property(row => row.Slug).HasMaxLength(Slug.MaxLength);
        organisation.HasIndex(row => row.Slug).IsUnique();
        organisation.Property(row => row.Name).HasMaxLength(Organisation.NameMaxLength);
        organisation.Property(row => row.FoldedName).HasMaxLength(Organisation.NameMaxLength);
        organisation.HasIndex(row => row.FoldedName);
        organisation.HasIndex(row => row.Uai).IsUnique();
        organisation.HasIndex(row => row.Siret);
        organisation.HasIndex(row => new { row.Latitude, row.Longitude });
        organisation.HasIndex(row => row.RegionCode);
        organisation.Property(row => row.Address).HasMaxLength(Organisation.AddressMaxLength);
        organisation.Property(row => row.Postcode).HasMaxLength(Organisation.PostcodeMaxLength);
        organisation.Property(row => row.Commune).HasMaxLength(Organisation.CommuneMaxLength);
        organisation.Property(row => row.RegionCode).HasMaxLength(AcademicRegion.CodeMaxLength);
        organisation.Property(row => row.Website).HasMaxLength(Organisation.WebsiteMaxLength);
        organisation.Property(row => row.Email).HasMaxLength(Organisation.EmailMaxLength);
        organisation.Property(row => row.Telephone).HasMaxLength(Organisation.TelephoneMaxLength);
        organisation.HasProvenance(row => row.Provenance);
        organisation.HasMany(row => row.Sectors).WithOne().HasForeignKey(row => row.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<OrganisationSector> sector)
    {
        sector.ToTable("organisation_sectors").IsPublished();
        sector.HasKey(row => new { row.OrganisationId, row.SectorCode });
        sector.HasOne<Sector>().WithMany().HasForeignKey(row => row.SectorCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships").IsPublished().LiesWithin(row => row.CampusId);
        membership.HasKey(row => row.MembershipId);
        membership.HasIndex(row => new { row.CampusId, row.OrganisationId, row.Role }).IsUnique();
        membership.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId);
        membership.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId);
        membership.HasProvenance(row => row.Provenance);
    }
}
