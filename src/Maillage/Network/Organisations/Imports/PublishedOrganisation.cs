using Maillage.Network.Campuses;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Network.Organisations.Imports;

/// <summary>An organisation as one producer publishes it. Each data set has its own rows here, by its own key.</summary>
internal sealed class PublishedOrganisation
{
    public const int KeyMaxLength = 14;

    public required string DataSet { get; init; }

    /// <summary>What the producer knows it by: UAI, SIRET, or an identifier of its own.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    public OrganisationStatus? Status { get; init; }

    public Uai? Uai { get; init; }

    public Siret? Siret { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public InseeCode? CommuneCode { get; init; }

    public string? Commune { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public CoordinatePrecision? Precision { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telephone { get; init; }
}

internal sealed class PublishedOrganisationTable : IEntityTypeConfiguration<PublishedOrganisation>
{
    public void Configure(EntityTypeBuilder<PublishedOrganisation> organisation)
    {
        organisation.ToTable("published_organisations");
        organisation.HasKey(row => new { row.DataSet, row.Key });
        organisation.Property(row => row.DataSet).HasMaxLength(DataSet.NameMaxLength);
        organisation.Property(row => row.Key).HasMaxLength(PublishedOrganisation.KeyMaxLength);
        organisation.Property(row => row.Name).HasMaxLength(Organisation.NameMaxLength);
        organisation.Property(row => row.Address).HasMaxLength(Organisation.AddressMaxLength);
        organisation.Property(row => row.Postcode).HasMaxLength(Organisation.PostcodeMaxLength);
        organisation.Property(row => row.Commune).HasMaxLength(Organisation.CommuneMaxLength);
        organisation.Property(row => row.Website).HasMaxLength(Organisation.WebsiteMaxLength);
        organisation.Property(row => row.Email).HasMaxLength(Organisation.EmailMaxLength);
        organisation.Property(row => row.Telephone).HasMaxLength(Organisation.TelephoneMaxLength);
    }
}
