using System.Text.Json;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Network.Organisations.Imports;

/// <summary>
/// What producers last said of an organisation: an import compares it with what is present, and so tells what a person
/// corrected from what nobody touched.
/// </summary>
public sealed class OrganisationOrigin
{
    public required Guid OrganisationId { get; init; }

    /// <summary>UAI, else SIRET, by which producers know it, whatever people wrote since.</summary>
    public required string Key { get; set; }

    /// <summary>Whether an import made the organisation; otherwise it was curated.</summary>
    public required bool IsImported { get; init; }

    /// <summary>The data set that speaks first of it.</summary>
    public required string DataSet { get; set; }

    /// <summary>The value last published of each field.</summary>
    public required IReadOnlyDictionary<OrganisationField, string> Values { get; set; }
}

internal sealed class OrganisationOriginTable : IEntityTypeConfiguration<OrganisationOrigin>
{
    public void Configure(EntityTypeBuilder<OrganisationOrigin> origin)
    {
        origin.ToTable("organisation_origins");
        origin.HasKey(row => row.OrganisationId);
        origin.HasOne<Organisation>().WithOne().HasForeignKey<OrganisationOrigin>(row => row.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        origin.Property(row => row.Key).HasMaxLength(PublishedOrganisation.KeyMaxLength);
        origin.HasIndex(row => row.Key).IsUnique();
        origin.Property(row => row.DataSet).HasMaxLength(DataSet.NameMaxLength);
        origin.Property(row => row.Values).HasConversion(
            values => JsonSerializer.Serialize(values, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<Dictionary<OrganisationField, string>>(json, JsonSerializerOptions.Default)!,
            // Values are replaced, never changed in place.
            new ValueComparer<IReadOnlyDictionary<OrganisationField, string>>(
                (one, other) => ReferenceEquals(one, other), values => values.Count, values => values));
    }
}
