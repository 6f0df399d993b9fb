using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A sheet of the national register of certifications, as one export tells it.</summary>
public sealed class RncpSheet
{
    public required string Rncp { get; init; }

    public int? Level { get; init; }

    public required bool IsActive { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Sheet that it replaced.</summary>
    public string? FormerRncp { get; init; }

    /// <summary>Sheet that replaced it.</summary>
    public string? NewRncp { get; init; }
}

/// <summary>An occupation to which a sheet of the register leads.</summary>
public sealed class RncpOccupation
{
    public required string Rncp { get; init; }

    public required string Rome { get; init; }
}

/// <summary>A group of specialities of a sheet of the register.</summary>
public sealed class RncpSpeciality
{
    public required string Rncp { get; init; }

    public required string Nsf { get; init; }
}

/// <summary>A mode in which what a sheet of the register certifies can be prepared.</summary>
public sealed class RncpAccess
{
    public required string Rncp { get; init; }

    public required Offers.TrainingMode Mode { get; init; }
}

internal sealed class RncpTables :
    IEntityTypeConfiguration<RncpSheet>,
    IEntityTypeConfiguration<RncpOccupation>,
    IEntityTypeConfiguration<RncpSpeciality>,
    IEntityTypeConfiguration<RncpAccess>
{
    public void Configure(EntityTypeBuilder<RncpSheet> sheet)
    {
        sheet.ToTable("rncp_sheets");
        sheet.HasKey(row => row.Rncp);
        sheet.Property(row => row.Rncp).HasMaxLength(Qualification.RncpMaxLength);
        sheet.Property(row => row.FormerRncp).HasMaxLength(Qualification.RncpMaxLength);
        sheet.Property(row => row.NewRncp).HasMaxLength(Qualification.RncpMaxLength);
    }

    public void Configure(EntityTypeBuilder<RncpOccupation> occupation)
    {
        occupation.ToTable("rncp_occupations");
        occupation.HasKey(row => new { row.Rncp, row.Rome });
        occupation.Property(row => row.Rncp).HasMaxLength(Qualification.RncpMaxLength);
        occupation.Property(row => row.Rome).HasMaxLength(Occupations.Occupation.RomeLength);
    }

    public void Configure(EntityTypeBuilder<RncpSpeciality> speciality)
    {
        speciality.ToTable("rncp_specialities");
        speciality.HasKey(row => new { row.Rncp, row.Nsf });
        speciality.Property(row => row.Rncp).HasMaxLength(Qualification.RncpMaxLength);
        speciality.Property(row => row.Nsf).HasMaxLength(Qualification.NsfMaxLength);
    }

    public void Configure(EntityTypeBuilder<RncpAccess> access)
    {
        access.ToTable("rncp_access");
        access.HasKey(row => new { row.Rncp, row.Mode });
        access.Property(row => row.Rncp).HasMaxLength(Qualification.RncpMaxLength);
    }
}

/// <summary>The national register in the form of the correspondence tables: sheets, specialities, occupations, ways of access.</summary>
internal static class RncpFiles
{
    public const string Producer = "France compétences, RNCP";
    public const string Licence = "Licence Ouverte 2.0";

    private const int LongestText = 800;

    private static readonly Uri Page = new("https://www.data.gouv.fr/datasets/repertoire-national-des-certifications-professionnelles-et-repertoire-specifique");

    private static readonly Column<string> Rncp = Columns.Coded("CodeRNCP", CatalogueCodes.Rncp).Or("Numero_Fiche");
    private static readonly Column<DateOnly?> EndsOn = Columns.OptionalMonthFirstDay("date_fin_validite_enregistrement").Or("Date_Fin_Enregistrement");
    private static readonly Column<string> State = Columns.Text("ActiveInactive", LongestText).Or("Actif");
    private static readonly Column<string?> Level = Columns.OptionalText("NiveauEurope", LongestText).Or("Nomenclature_Europe_Niveau");
    private static readonly Column<string?> Former = Columns.OptionalText("AncienneFiche", LongestText).MayBeAbsent();
    private static readonly Column<string?> New = Columns.OptionalText("NouvelleFiche", LongestText).MayBeAbsent();
    private static readonly Column<string> Nsf = Columns.Text("code", LongestText).Or("Nsf_Code");
    private static readonly Column<string> Rome = Columns.Text("Rome", LongestText).Or("Codes_Rome_Code");
    private static readonly Column<string> Way = Columns.Text("code_libelle", LongestText).Or("Si_Jury");
    private static readonly Column<string?> Label = Columns.OptionalText("Libelle", LongestText).Or("Nsf_Intitule", "Codes_Rome_Libelle", "intitule").MayBeAbsent();

    private static readonly Dictionary<string, Offers.TrainingMode> Ways = new(StringComparer.Ordinal)
    {
        ["ELEVE"] = Offers.TrainingMode.Scolaire,
        ["CONTRATA"] = Offers.TrainingMode.Apprentissage,
        ["CONTRATP"] = Offers.TrainingMode.ContratProfessionnalisation,
        ["PFC"] = Offers.TrainingMode.FormationContinue,
        ["EXP"] = Offers.TrainingMode.Vae,
    };

    public static readonly DataSet Sheets = Of("rncp/sheets", [Rncp, EndsOn, State, Level, Former, New], Fill.With(Sheet).KeepingFirst());

    // Rows repeat, and some name a whole domain of occupations or of specialities, which is none.
    public static readonly DataSet Occupations = Of("rncp/occupations", [Rncp, Rome, Label], Fill.With(row =>
        CatalogueCodes.Rome.Matches(row.Get(Rome)) ? new RncpOccupation { Rncp = row.Get(Rncp), Rome = row.Get(Rome) } : null).KeepingFirst());

    public static readonly DataSet Specialities = Of("rncp/specialities", [Rncp, Nsf, Label], Fill.With(row =>
        CatalogueCodes.Nsf.Matches(row.Get(Nsf)) ? new RncpSpeciality { Rncp = row.Get(Rncp), Nsf = row.Get(Nsf) } : null).KeepingFirst());

    public static readonly DataSet Access = Of("rncp/access", [Rncp, Way, Label], Fill.With(row =>
        Ways.TryGetValue(row.Get(Way), out var mode) ? new RncpAccess { Rncp = row.Get(Rncp), Mode = mode } : null).KeepingFirst());

    internal static int? LevelOf(string? text) =>
        text is { Length: > 0 } && char.IsAsciiDigit(text[^1]) ? BcnColumns.LevelOf(text[^1..]) : null;

    private static RncpSheet Sheet(ImportRow row) => new()
    {
        Rncp = row.Get(Rncp),
        Level = LevelOf(row.Get(Level)),
        IsActive = string.Equals(row.Get(State), "ACTIVE", StringComparison.OrdinalIgnoreCase),
        EndsOn = row.Get(EndsOn),
        FormerRncp = SheetIn(row.Get(Former)),
        NewRncp = SheetIn(row.Get(New)),
    };

    /// <summary>The one sheet that a cell names; several are no succession that can be followed.</summary>
    internal static string? SheetIn(string? text) => text is not null && CatalogueCodes.Rncp.Matches(text) ? text : null;

    private static DataSet Of(string name, IReadOnlyList<Column> columns, Fill fill) => new(name, Producer, Licence)
    {
        Page = Page,
        Columns = columns,
        Fills = [fill],
    };
}
