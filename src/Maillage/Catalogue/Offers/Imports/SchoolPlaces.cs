using Maillage.Catalogue.Qualifications;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Offers.Imports;

/// <summary>Places offered at the entry of a training in one school, and the first wishes made for it.</summary>
public sealed class SchoolPlaces
{
    /// <summary>Year in which the school year begins.</summary>
    public required int SchoolYear { get; init; }

    public required Uai Uai { get; init; }

    /// <summary>Statistical code of the training and its year (MEFSTAT11).</summary>
    public required string MefStat { get; init; }

    public required TrainingMode Mode { get; init; }

    /// <summary>Places; null when the source does not tell.</summary>
    public int? Capacity { get; init; }

    /// <summary>First wishes; null when the source does not tell.</summary>
    public int? FirstWishes { get; init; }
}

internal sealed class SchoolPlacesTable : IEntityTypeConfiguration<SchoolPlaces>
{
    public void Configure(EntityTypeBuilder<SchoolPlaces> places)
    {
        places.ToTable("school_places");
        places.HasKey(row => new { row.SchoolYear, row.Uai, row.MefStat, row.Mode });
        places.Property(row => row.MefStat).HasMaxLength(Qualification.MefStat11Length);
        places.HasIndex(row => row.MefStat);
    }
}

/// <summary>Places and first wishes after the third form: one file a year, which only its name tells.</summary>
/// <remarks>
/// Several rows of one school, training and status are as many offers in the allocation of pupils (a sport section, an
/// option): a wish is made for one of them, so their places and first wishes add up.
/// </remarks>
internal static class SchoolPlacesFile
{
    /// <summary>From here on a capacity is no number of places: the producer writes 999, and once 998, for no limit.</summary>
    private const int NoLimit = 998;

    private static readonly Column<Uai> School = Columns.RequiredUai("Etablissement d'accueil").Or("UAI");
    private static readonly Column<string> MefStat = Columns.Coded("MEF STAT 11", CatalogueCodes.MefStat11).Or("MEFSTAT11");

    private static readonly Column<TrainingMode> Mode = Columns.Words("Statut Offre de formation", new Dictionary<string, TrainingMode>(StringComparer.Ordinal)
    {
        ["ST"] = TrainingMode.Scolaire,
        ["AP"] = TrainingMode.Apprentissage,
    });

    private static readonly Column<int?> Capacity = Columns.OptionalWhole("Capacité carte scolaire", 0, OrionColumns.MostPeople).Or("Capacité");
    private static readonly Column<int?> FirstWishes = Columns.OptionalWhole("Demandes vœux 1", 0, OrionColumns.MostPeople).Or("Demandes voeux 1");

    public static readonly DataSet DataSet = new("orion/capacities", OrionColumns.Producer, OrionColumns.Licence)
    {
        Page = OrionColumns.Page,
        Vintage = Vintage.YearOfFileName,
        Columns = [School, MefStat, Mode, Capacity, FirstWishes],
        Fills = [Fill.With(Places).Merging(Added).ScopedBy(places => places.SchoolYear)],
    };

    private static SchoolPlaces Places(ImportRow row) => new()
    {
        SchoolYear = row.Year,
        Uai = row.Get(School),
        MefStat = row.Get(MefStat),
        Mode = row.Get(Mode),
        Capacity = row.Get(Capacity) is < NoLimit and var places ? places : null,
        FirstWishes = row.Get(FirstWishes),
    };

    private static SchoolPlaces Added(SchoolPlaces one, SchoolPlaces other) => new()
    {
        SchoolYear = one.SchoolYear,
        Uai = one.Uai,
        MefStat = one.MefStat,
        Mode = one.Mode,
        Capacity = OrionColumns.Sum(one.Capacity, other.Capacity),
        FirstWishes = OrionColumns.Sum(one.FirstWishes, other.FirstWishes),
    };
}
