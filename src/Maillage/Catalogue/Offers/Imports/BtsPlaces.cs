using Maillage.Catalogue.Qualifications;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Offers.Imports;

/// <summary>Places offered at the entry of a BTS in one school, and the confirmed wishes made for it.</summary>
public sealed class BtsPlaces
{
    /// <summary>Year in which the school year begins.</summary>
    public required int SchoolYear { get; init; }

    public required Uai Uai { get; init; }

    /// <summary>Statistical code of the training and its year (MEFSTAT11).</summary>
    public required string MefStat { get; init; }

    public required TrainingMode Mode { get; init; }

    /// <summary>Places; null when the source does not tell.</summary>
    public int? Capacity { get; init; }

    /// <summary>Wishes confirmed, several by person; null when the source does not tell.</summary>
    public int? ConfirmedWishes { get; init; }
}

internal sealed class BtsPlacesTable : IEntityTypeConfiguration<BtsPlaces>
{
    public void Configure(EntityTypeBuilder<BtsPlaces> places)
    {
        places.ToTable("bts_places");
        places.HasKey(row => new { row.SchoolYear, row.Uai, row.MefStat, row.Mode });
        places.Property(row => row.MefStat).HasMaxLength(Qualification.MefStat11Length);
        places.HasIndex(row => row.MefStat);
    }
}

/// <summary>Places and wishes of BTS in Parcoursup: one file a year, which only its name tells.</summary>
/// <remarks>Several rows of one school, training and status are as many offers in Parcoursup: their places and wishes add up.</remarks>
internal static class BtsPlacesFile
{
    private static readonly Column<Uai> School = Columns.RequiredUai("UAI");
    private static readonly Column<string> MefStat = Columns.Coded("MEFSTAT11", CatalogueCodes.MefStat11).Or("MEF STAT 11");

    private static readonly Column<TrainingMode> Mode = Columns.Words("STATUT", new Dictionary<string, TrainingMode>(StringComparer.Ordinal)
    {
        ["Scolaire"] = TrainingMode.Scolaire,
        ["Apprentissage"] = TrainingMode.Apprentissage,
    });

    private static readonly Column<int?> Capacity = Columns.OptionalWhole("CAPACITEPSUP", 0, OrionColumns.MostPeople);
    private static readonly Column<int?> ConfirmedWishes = Columns.OptionalWhole("NB_VOEUX_CONFIRMES", 0, OrionColumns.MostPeople);

    public static readonly DataSet DataSet = new("orion/bts-capacities", OrionColumns.Producer, OrionColumns.Licence)
    {
        Page = OrionColumns.Page,
        Vintage = Vintage.YearOfFileName,
        Columns = [School, MefStat, Mode, Capacity, ConfirmedWishes],
        Fills = [Fill.With(Places).Merging(Added).ScopedBy(places => places.SchoolYear)],
    };

    private static BtsPlaces Places(ImportRow row) => new()
    {
        SchoolYear = row.Year,
        Uai = row.Get(School),
        MefStat = row.Get(MefStat),
        Mode = row.Get(Mode),
        Capacity = row.Get(Capacity),
        ConfirmedWishes = row.Get(ConfirmedWishes),
    };

    private static BtsPlaces Added(BtsPlaces one, BtsPlaces other) => new()
    {
        SchoolYear = one.SchoolYear,
        Uai = one.Uai,
        MefStat = one.MefStat,
        Mode = one.Mode,
        Capacity = OrionColumns.Sum(one.Capacity, other.Capacity),
        ConfirmedWishes = OrionColumns.Sum(one.ConfirmedWishes, other.ConfirmedWishes),
    };
}
