using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Qualifications.Imports;

/// <summary>A diploma of the national nomenclature, under its code (CFD), as one of its two exports tells it.</summary>
public sealed class DiplomaCode
{
    public const int NameMaxLength = 250;
    public const int LevelCodeLength = 3;

    public required string DataSet { get; init; }

    public required string Cfd { get; init; }

    /// <summary>Level of the nomenclature, which tells the kind of diploma: 500 for a CAP.</summary>
    public required string LevelCode { get; init; }

    /// <summary>French level, when the diploma has one from 3 to 8.</summary>
    public int? Level { get; init; }

    /// <summary>Group of specialities, and its letter.</summary>
    public string? Nsf { get; init; }

    /// <summary>As the producer writes it: in capitals, without accents, its kind at the end.</summary>
    public required string Name { get; init; }

    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosedOn { get; init; }
}

/// <summary>A diploma that takes the place of another.</summary>
public sealed class DiplomaRenewal
{
    public required string FormerCfd { get; init; }

    public required string NewCfd { get; init; }
}

internal sealed class DiplomaCodeTable : IEntityTypeConfiguration<DiplomaCode>, IEntityTypeConfiguration<DiplomaRenewal>
{
    public void Configure(EntityTypeBuilder<DiplomaCode> diploma)
    {
        diploma.ToTable("diploma_codes");
        diploma.HasKey(row => new { row.DataSet, row.Cfd });
        diploma.Property(row => row.DataSet).HasMaxLength(OpenData.Imports.DataSet.NameMaxLength);
        diploma.Property(row => row.Cfd).HasMaxLength(Qualification.CfdLength);
        diploma.Property(row => row.LevelCode).HasMaxLength(DiplomaCode.LevelCodeLength);
        diploma.Property(row => row.Nsf).HasMaxLength(Qualification.NsfMaxLength);
        diploma.Property(row => row.Name).HasMaxLength(DiplomaCode.NameMaxLength);
        diploma.HasIndex(row => row.Cfd);
    }

    public void Configure(EntityTypeBuilder<DiplomaRenewal> renewal)
    {
        renewal.ToTable("diploma_renewals");
        renewal.HasKey(row => new { row.FormerCfd, row.NewCfd });
        renewal.Property(row => row.FormerCfd).HasMaxLength(Qualification.CfdLength);
        renewal.Property(row => row.NewCfd).HasMaxLength(Qualification.CfdLength);
    }
}

/// <summary>The nomenclature of diplomas: the current one, which tells what each replaces, and the longer view that keeps the former ones.</summary>
internal static class DiplomaCodes
{
    private const int MostRenewals = 7;
    private const int LevelTextMaxLength = 10;

    private static readonly Column<string> Cfd = Columns.Coded("FORMATION_DIPLOME", CatalogueCodes.Cfd);
    private static readonly Column<string> LevelCode = Columns.Text("NIVEAU_FORMATION_DIPLOME", DiplomaCode.LevelCodeLength);
    private static readonly Column<string?> Group = Columns.OptionalText("GROUPE_SPECIALITE", LevelTextMaxLength);
    private static readonly Column<string?> Letter = Columns.OptionalText("LETTRE_SPECIALITE", LevelTextMaxLength);
    private static readonly Column<string> Name = Columns.Text("LIBELLE_LONG_200", DiplomaCode.NameMaxLength);
    private static readonly Column<DateOnly?> OpensOn = BcnColumns.OpensOn();
    private static readonly Column<DateOnly?> ClosedOn = BcnColumns.ClosedOn();
    private static readonly Column<string?> Level = BcnColumns.FrenchLevel();
    private static readonly IReadOnlyList<Column<string?>> Former = Numbered("ANCIEN_DIPLOME_");
    private static readonly IReadOnlyList<Column<string?>> New = Numbered("NOUVEAU_DIPLOME_");

    public static readonly DataSet Current = new("bcn/diplomas", BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [Cfd, LevelCode, Group, Letter, Name, OpensOn, ClosedOn, Level, .. Former, .. New],
        Fills = [Fill.With(Diploma), Fill.WithMany(Renewals).KeepingFirst()],
    };

    public static readonly DataSet All = new("bcn/all-diplomas", BcnColumns.Producer, BcnColumns.Licence)
    {
        Page = BcnColumns.Page,
        Columns = [Cfd, LevelCode, Group, Letter, Name, OpensOn, ClosedOn, Level],
        Fills = [Fill.With(Diploma)],
    };

    private static DiplomaCode Diploma(ImportRow row) => new()
    {
        DataSet = row.DataSet,
        Cfd = row.Get(Cfd),
        LevelCode = row.Get(LevelCode),
        Level = BcnColumns.LevelOf(row.Get(Level)),
        Nsf = $"{row.Get(Group)}{row.Get(Letter)?.ToLowerInvariant()}" is var nsf && CatalogueCodes.Nsf.Matches(nsf) ? nsf : null,
        Name = row.Get(Name),
        OpensOn = row.Get(OpensOn),
        ClosedOn = row.Get(ClosedOn),
    };

    /// <summary>Told by the former diploma, by the new one, or by both; a code that is none says nothing.</summary>
    private static IEnumerable<DiplomaRenewal> Renewals(ImportRow row)
    {
        var cfd = row.Get(Cfd);
        return Former.Select(column => (Former: row.Get(column), New: (string?)cfd))
            .Concat(New.Select(column => (Former: (string?)cfd, New: row.Get(column))))
            .Where(pair => pair.Former != pair.New && IsCode(pair.Former) && IsCode(pair.New))
            .Distinct()
            .Select(pair => new DiplomaRenewal { FormerCfd = pair.Former!, NewCfd = pair.New! });
    }

    private static bool IsCode(string? text) => text is not null && CatalogueCodes.Cfd.Matches(text);

    private static IReadOnlyList<Column<string?>> Numbered(string name) =>
        [.. Enumerable.Range(1, MostRenewals).Select(number => Columns.OptionalText($"{name}{number}", LevelTextMaxLength))];
}
