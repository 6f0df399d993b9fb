using Maillage.Catalogue.Offers;
using Maillage.Data;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A diploma as the regional centres describe it (Certif Info): occupations, subject, who certifies it, how it can be reached.</summary>
public sealed class CertifiedDiploma
{
    public const int CodeMaxLength = 8;
    public const int NameMaxLength = 400;
    public const int CertifierMaxLength = 600;
    public const int FormacodeLength = 5;

    /// <summary>Code of the sheet in Certif Info.</summary>
    public required string Code { get; init; }

    public string? Cfd { get; init; }

    public string? Rncp { get; init; }

    public required string Name { get; init; }

    public string? Formacode { get; init; }

    /// <summary>Occupations to which it leads, as ROME codes.</summary>
    public required List<string> RomeCodes { get; init; }

    public string? Nsf { get; init; }

    public string? Certifier { get; init; }

    /// <summary>Modes in which it can be prepared, as codes.</summary>
    public required List<string> Modes { get; init; }

    /// <summary>Whether its sheet is published: others are held back or certify nothing.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>Onisep identifier of the same training.</summary>
    public string? OnisepId { get; init; }
}

/// <summary>A subject of training in the thesaurus of Centre Inffo.</summary>
public sealed class FormacodeLabel
{
    public const int NameMaxLength = 120;

    public required string Code { get; init; }

    public required string Name { get; init; }
}

internal sealed class CertifiedDiplomaTables : IEntityTypeConfiguration<CertifiedDiploma>, IEntityTypeConfiguration<FormacodeLabel>
{
    public void Configure(EntityTypeBuilder<CertifiedDiploma> diploma)
    {
        diploma.ToTable("certified_diplomas");
        diploma.HasKey(row => row.Code);
        diploma.Property(row => row.Code).HasMaxLength(CertifiedDiploma.CodeMaxLength);
        diploma.Property(row => row.Cfd).HasMaxLength(Qualification.CfdLength);
        diploma.Property(row => row.Rncp).HasMaxLength(Qualification.RncpMaxLength);
        diploma.Property(row => row.Name).HasMaxLength(CertifiedDiploma.NameMaxLength);
        diploma.Property(row => row.Formacode).HasMaxLength(CertifiedDiploma.FormacodeLength);
        diploma.HasCodes(row => row.RomeCodes, Qualification.CodesMaxLength);
        diploma.HasCodes(row => row.Modes, Qualification.CodesMaxLength);
        diploma.Property(row => row.Nsf).HasMaxLength(Qualification.NsfMaxLength);
        diploma.Property(row => row.Certifier).HasMaxLength(CertifiedDiploma.CertifierMaxLength);
        diploma.Property(row => row.OnisepId).HasMaxLength(CertifiedDiplomas.OnisepIdMaxLength);
        diploma.HasIndex(row => row.Cfd);
    }

    public void Configure(EntityTypeBuilder<FormacodeLabel> label)
    {
        label.ToTable("formacodes");
        label.HasKey(row => row.Code);
        label.Property(row => row.Code).HasMaxLength(CertifiedDiploma.FormacodeLength);
        label.Property(row => row.Name).HasMaxLength(FormacodeLabel.NameMaxLength);
    }
}

internal static class CertifiedDiplomas
{
    public const int OnisepIdMaxLength = 20;

    private const int LongestText = 200;
    private const string Yes = "1";

    private static readonly Column<string> Code = Columns.Text("Code_Diplome", CertifiedDiploma.CodeMaxLength);
    private static readonly Column<string> Name = Columns.Text("Libelle_Diplome", CertifiedDiploma.NameMaxLength);
    private static readonly Column<string?> Cfd = Columns.OptionalPaddedCode("Code_Scolarité", CatalogueCodes.Cfd);
    private static readonly Column<string?> Rncp = Columns.OptionalText("Code_RNCP", Qualification.RncpMaxLength);
    private static readonly Column<string?> Formacode = Columns.OptionalText("Code_FormaCode", CertifiedDiploma.FormacodeLength);
    private static readonly Column<string?> FormacodeName = Columns.OptionalText("Libelle_FormaCode", FormacodeLabel.NameMaxLength);
    private static readonly Column<string?> Nsf = Columns.OptionalText("Code_Nsf", LongestText);
    private static readonly Column<string?> Certifier = Columns.OptionalText("certificateur", CertifiedDiploma.CertifierMaxLength);
    private static readonly Column<string?> State = Columns.OptionalText("Etat", LongestText);
    private static readonly Column<string?> OnisepId = Columns.OptionalText("codeIdeo2", OnisepIdMaxLength);

    private static readonly IReadOnlyList<Column<string?>> Romes =
        [.. Enumerable.Range(1, 5).Select(number => Columns.OptionalText($"Code_Rome_{number}", LongestText))];

    private static readonly IReadOnlyList<(TrainingMode Mode, Column<string?> Column)> Modes =
    [
        (TrainingMode.Scolaire, Columns.OptionalText("accessibilite_fi", LongestText)),
        (TrainingMode.Apprentissage, Columns.OptionalText("accessibilite_ca", LongestText)),
        (TrainingMode.ContratProfessionnalisation, Columns.OptionalText("accessibilite_cp", LongestText)),
        (TrainingMode.FormationContinue, Columns.OptionalText("accessibilite_fc", LongestText)),
        (TrainingMode.Vae, Columns.OptionalText("accessibilite_vae", LongestText)),
    ];

    public static readonly DataSet DataSet = new("certif-info/diplomas", "Réseau des Carif-Oref, Certif Info", BcnColumns.Licence)
    {
        Page = new Uri("https://www.certifinfo.org/"),
        Columns = [Code, Name, Cfd, Rncp, Formacode, FormacodeName, Nsf, Certifier, State, OnisepId, .. Romes, .. Modes.Select(mode => mode.Column)],
        // One diploma has as many rows as it has codes at Onisep or in the specific register: they say the same of everything else.
        Fills =
        [
            Fill.With(Diploma).KeepingFirst(),
            Fill.With(row => row.Get(Formacode) is { } code && row.Get(FormacodeName) is { } name ? new FormacodeLabel { Code = code, Name = name } : null).KeepingFirst(),
        ],
    };

    private static CertifiedDiploma Diploma(ImportRow row) => new()
    {
        Code = row.Get(Code),
        Cfd = row.Get(Cfd),
        Rncp = RncpFiles.SheetIn($"RNCP{row.Get(Rncp)}"),
        Name = row.Get(Name),
        Formacode = row.Get(Formacode),
        // Some name a whole domain, A1100, which is no occupation.
        RomeCodes = [.. Romes.Select(row.Get).OfType<string>().Where(IsOccupation).Distinct(StringComparer.Ordinal)],
        Nsf = row.Get(Nsf) is { } nsf && CatalogueCodes.Nsf.Matches(nsf) ? nsf : null,
        Certifier = row.Get(Certifier),
        Modes = [.. Modes.Where(mode => row.Get(mode.Column) == Yes).Select(mode => EnumCode.ToCode(mode.Mode))],
        IsPublished = row.Get(State) == "0",
        OnisepId = row.Get(OnisepId),
    };

    private static bool IsOccupation(string rome) => CatalogueCodes.Rome.Matches(rome) && !rome.EndsWith("00", StringComparison.Ordinal);
}
