using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A diploma (CFD) and a sheet of the national register (RNCP) that certifies it, with the state of the sheet.</summary>
public sealed class DiplomaSheet
{
    public const int TitleMaxLength = 500;

    public required string Cfd { get; init; }

    public required string Rncp { get; init; }

    public string? Title { get; init; }

    public int? Level { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>Whether it may be prepared by apprenticeship; null when the source does not tell.</summary>
    public bool? IsOpenToApprentices { get; init; }

    /// <summary>Day on which the registration ends.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Last day on which it may be awarded to those who began before.</summary>
    public DateOnly? AwardedUntil { get; init; }

    /// <summary>Sheet that it replaced.</summary>
    public string? FormerRncp { get; init; }

    /// <summary>Sheet that replaced it.</summary>
    public string? NewRncp { get; init; }
}

internal sealed class DiplomaSheetTable : IEntityTypeConfiguration<DiplomaSheet>
{
    public void Configure(EntityTypeBuilder<DiplomaSheet> sheet)
    {
        sheet.ToTable("diploma_sheets");
        sheet.HasKey(row => new { row.Cfd, row.Rncp });
        sheet.Property(row => row.Cfd).HasMaxLength(Qualification.CfdLength);
        sheet.Property(row => row.Rncp).HasMaxLength(Qualification.RncpMaxLength);
        sheet.Property(row => row.Title).HasMaxLength(DiplomaSheet.TitleMaxLength);
        sheet.Property(row => row.FormerRncp).HasMaxLength(Qualification.RncpMaxLength);
        sheet.Property(row => row.NewRncp).HasMaxLength(Qualification.RncpMaxLength);
        sheet.HasIndex(row => row.Rncp);
    }
}

/// <summary>The apprenticeship kit: which sheet of the register certifies which diploma.</summary>
internal static class DiplomaSheets
{
    private const int LongestText = 200;
    private const string Active = "ACTIVE";

    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.Ordinal) { ["Oui"] = true, ["Non"] = false };

    private static readonly Column<string> Cfd = Columns.PaddedCode("Code Diplôme", CatalogueCodes.Cfd);
    private static readonly Column<string?> Rncp = Columns.OptionalCoded("FicheRNCP", CatalogueCodes.Rncp).Or("Code RNCP");
    private static readonly Column<string?> Level = Columns.OptionalText("Niveau fiche RNCP", LongestText);
    private static readonly Column<bool?> Apprentices = Columns.OptionalWords("Accès à l'apprentissage de la fiche RNCP (oui/non)", YesOrNo);
    private static readonly Column<DateOnly?> EndsOn = Columns.OptionalDay("Date d'échéance de la fiche RNCP");
    private static readonly Column<string?> State = Columns.OptionalText("Fiche ACTIVE/INACTIVE", LongestText);
    private static readonly Column<string?> Title = Columns.OptionalText("Intitulé certification (RNCP)", DiplomaSheet.TitleMaxLength).MayBeAbsent();
    private static readonly Column<DateOnly?> AwardedUntil = Columns.OptionalDay("Date limite de la délivrance").MayBeAbsent();
    private static readonly Column<string?> New = Columns.OptionalText("Nouvelle Certification rempla (RNCP)", LongestText).MayBeAbsent();
    private static readonly Column<string?> Former = Columns.OptionalText("Ancienne Certification (RNCP)", LongestText).MayBeAbsent();

    public static readonly DataSet DataSet = new("rncp/diploma-sheets", "France compétences et DGEFP, kit apprentissage", BcnColumns.Licence)
    {
        Page = new Uri("https://www.intercariforef.org/formations/kit-apprentissage"),
        Columns = [Cfd, Rncp, Level, Apprentices, EndsOn, State, Title, AwardedUntil, New, Former],
        Fills = [Fill.With(Sheet)],
    };

    /// <summary>None for a diploma without a sheet.</summary>
    private static DiplomaSheet? Sheet(ImportRow row) => row.Get(Rncp) is not { } rncp ? null : new DiplomaSheet
    {
        Cfd = row.Get(Cfd),
        Rncp = rncp,
        Title = row.Get(Title),
        Level = RncpFiles.LevelOf(row.Get(Level)),
        IsActive = string.Equals(row.Get(State), Active, StringComparison.OrdinalIgnoreCase),
        IsOpenToApprentices = row.Get(Apprentices),
        EndsOn = row.Get(EndsOn),
        AwardedUntil = row.Get(AwardedUntil),
        FormerRncp = RncpFiles.SheetIn(row.Get(Former)),
        NewRncp = RncpFiles.SheetIn(row.Get(New)),
    };
}
