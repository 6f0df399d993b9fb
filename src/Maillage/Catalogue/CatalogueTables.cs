using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue;

/// <summary>
/// The curated tables of the module. They hold natural codes and refer to one another, and to organisations, by them: what
/// producers publish under the same codes joins them without a copy.
/// </summary>
public static class CatalogueTables
{
    extension(MaillageDb db)
    {
        public DbSet<Qualification> Qualifications => db.Set<Qualification>();

        public DbSet<PathwayLink> PathwayLinks => db.Set<PathwayLink>();

        public DbSet<TrainingOffer> TrainingOffers => db.Set<TrainingOffer>();

        public DbSet<CampusOfferChoice> CampusOfferChoices => db.Set<CampusOfferChoice>();

        public DbSet<Occupation> Occupations => db.Set<Occupation>();
    }
}

internal sealed class CuratedCatalogueTables :
    IEntityTypeConfiguration<Qualification>,
    IEntityTypeConfiguration<PathwayLink>,
    IEntityTypeConfiguration<TrainingOffer>,
    IEntityTypeConfiguration<CampusOfferChoice>,
    IEntityTypeConfiguration<Occupation>
{
    public void Configure(EntityTypeBuilder<Qualification> qualification)
    {
        qualification.ToTable("qualifications").IsPublished();
        qualification.HasKey(row => row.Slug);
        qualification.Property(row => row.Slug).HasMaxLength(Slug.MaxLength);
        qualification.Property(row => row.Name).HasMaxLength(Qualification.NameMaxLength);
        qualification.Property(row => row.Cfd).HasMaxLength(Qualification.CfdLength);
        qualification.HasIndex(row => row.Cfd).IsUnique();
        qualification.Property(row => row.Rncp).HasMaxLength(Qualification.RncpMaxLength);
        qualification.Property(row => row.MefStat11).HasMaxLength(Qualification.MefStat11Length);
        qualification.Property(row => row.Nsf).HasMaxLength(Qualification.NsfMaxLength);
        qualification.HasCodes(row => row.RomeCodes, Qualification.CodesMaxLength);
        qualification.HasCodes(row => row.SectorCodes, Qualification.CodesMaxLength);
        qualification.HasCodes(row => row.CampusSlugs, Qualification.CodesMaxLength);
        qualification.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<PathwayLink> link)
    {
        link.ToTable("pathway_links").IsPublished();
        link.HasKey(row => new { row.FromSlug, row.ToSlug });
        link.Property(row => row.FromSlug).HasMaxLength(Slug.MaxLength);
        link.Property(row => row.ToSlug).HasMaxLength(Slug.MaxLength);
        link.Property(row => row.Licence).HasMaxLength(PathwayLink.LicenceMaxLength);
        link.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<TrainingOffer> offer)
    {
        offer.ToTable("training_offers").IsPublished();
        offer.HasKey(row => row.TrainingOfferId);
        offer.HasIndex(row => new { row.OrganisationSlug, row.QualificationSlug, row.Mode, row.SchoolYear }).IsUnique();
        offer.Property(row => row.OrganisationSlug).HasMaxLength(Slug.MaxLength);
        offer.Property(row => row.QualificationSlug).HasMaxLength(Slug.MaxLength);
        offer.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<CampusOfferChoice> choice)
    {
        choice.ToTable("campus_offer_choices").IsPublished();
        choice.HasKey(row => new { row.CampusSlug, row.QualificationSlug });
        choice.Property(row => row.CampusSlug).HasMaxLength(Slug.MaxLength);
        choice.Property(row => row.QualificationSlug).HasMaxLength(Slug.MaxLength);
        choice.HasProvenance(row => row.Provenance);
    }

    public void Configure(EntityTypeBuilder<Occupation> occupation)
    {
        occupation.ToTable("occupations").IsPublished();
        occupation.HasKey(row => row.Rome);
        occupation.Property(row => row.Rome).HasMaxLength(Occupation.RomeLength);
        occupation.HasText(row => row.Name, Occupation.NameMaxLength);
        occupation.Property(row => row.Rome4Label).HasMaxLength(Occupation.NameMaxLength);
        occupation.Property(row => row.Domain).HasMaxLength(Occupation.NameMaxLength);
        occupation.Property(row => row.Description).HasMaxLength(Occupation.DescriptionMaxLength);
        occupation.HasProvenance(row => row.Provenance);
    }
}
