using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Catalogue.Onisep;

/// <summary>
/// A training as Onisep describes it. Its licence (ODbL) asks that what is drawn from it be shared alike: its tables are
/// apart, and what is shown of them is shown as theirs.
/// </summary>
public sealed class OnisepTraining
{
    public const int IdMaxLength = 20;
    public const int NameMaxLength = 400;
    public const int DurationMaxLength = 100;
    public const int TextMaxLength = 20_000;
    public const int UrlMaxLength = 500;

    public required string OnisepId { get; init; }

    /// <summary>Code of the diploma (CFD); null for a training that has none.</summary>
    public string? Cfd { get; init; }

    public required string Name { get; init; }

    public string? Duration { get; init; }

    /// <summary>Paragraphs, one a line, as in the other texts.</summary>
    public string? Description { get; init; }

    public string? Access { get; init; }

    public string? FurtherStudy { get; init; }

    public string? Expectations { get; init; }

    public string? Url { get; init; }
}

/// <summary>An occupation to which a training leads, by Onisep's word.</summary>
public sealed class OnisepTrainingOccupation
{
    public required string TrainingId { get; init; }

    public required string OccupationId { get; init; }
}

/// <summary>What can be studied after a training, by Onisep's word, which names it and gives no code.</summary>
public sealed class OnisepFurtherStudy
{
    public required string TrainingId { get; init; }

    public required string Name { get; init; }
}

/// <summary>An occupation as Onisep describes it.</summary>
public sealed class OnisepOccupation
{
    public const int RomeCodesMaxLength = 100;

    public required string OnisepId { get; init; }

    /// <summary>In both genders, as Onisep writes it.</summary>
    public required string Name { get; init; }

    public required List<string> RomeCodes { get; init; }

    /// <summary>A few lines that introduce it; paragraphs, one a line, as in the other texts.</summary>
    public string? Introduction { get; init; }

    public string? Work { get; init; }

    public string? Conditions { get; init; }

    public string? Skills { get; init; }

    public string? Access { get; init; }

    public string? Career { get; init; }
}

public static class OnisepTables
{
    extension(MaillageDb db)
    {
        public DbSet<OnisepTraining> OnisepTrainings => db.Set<OnisepTraining>();

        public DbSet<OnisepOccupation> OnisepOccupations => db.Set<OnisepOccupation>();
    }
}

internal sealed class OnisepConfiguration :
    IEntityTypeConfiguration<OnisepTraining>,
    IEntityTypeConfiguration<OnisepTrainingOccupation>,
    IEntityTypeConfiguration<OnisepFurtherStudy>,
    IEntityTypeConfiguration<OnisepOccupation>
{
    public void Configure(EntityTypeBuilder<OnisepTraining> training)
    {
        training.ToTable("onisep_trainings");
        training.HasKey(row => row.OnisepId);
        training.Property(row => row.OnisepId).HasMaxLength(OnisepTraining.IdMaxLength);
        training.Property(row => row.Cfd).HasMaxLength(Qualifications.Qualification.CfdLength);
        training.Property(row => row.Name).HasMaxLength(OnisepTraining.NameMaxLength);
        training.Property(row => row.Duration).HasMaxLength(OnisepTraining.DurationMaxLength);
        training.Property(row => row.Description).HasMaxLength(OnisepTraining.TextMaxLength);
        training.Property(row => row.Access).HasMaxLength(OnisepTraining.TextMaxLength);
        training.Property(row => row.FurtherStudy).HasMaxLength(OnisepTraining.TextMaxLength);
        training.Property(row => row.Expectations).HasMaxLength(OnisepTraining.TextMaxLength);
        training.Property(row => row.Url).HasMaxLength(OnisepTraining.UrlMaxLength);
        training.HasIndex(row => row.Cfd);
    }

    public void Configure(EntityTypeBuilder<OnisepTrainingOccupation> link)
    {
        link.ToTable("onisep_training_occupations");
        link.HasKey(row => new { row.TrainingId, row.OccupationId });
        link.Property(row => row.TrainingId).HasMaxLength(OnisepTraining.IdMaxLength);
        link.Property(row => row.OccupationId).HasMaxLength(OnisepTraining.IdMaxLength);
    }

    public void Configure(EntityTypeBuilder<OnisepFurtherStudy> study)
    {
        study.ToTable("onisep_further_studies");
        study.HasKey(row => new { row.TrainingId, row.Name });
        study.Property(row => row.TrainingId).HasMaxLength(OnisepTraining.IdMaxLength);
        study.Property(row => row.Name).HasMaxLength(OnisepTraining.NameMaxLength);
    }

    public void Configure(EntityTypeBuilder<OnisepOccupation> occupation)
    {
        occupation.ToTable("onisep_occupations");
        occupation.HasKey(row => row.OnisepId);
        occupation.Property(row => row.OnisepId).HasMaxLength(OnisepTraining.IdMaxLength);
        occupation.Property(row => row.Name).HasMaxLength(OnisepTraining.NameMaxLength);
        occupation.HasCodes(row => row.RomeCodes, OnisepOccupation.RomeCodesMaxLength);
        occupation.Property(row => row.Introduction).HasMaxLength(OnisepTraining.TextMaxLength);
        occupation.Property(row => row.Work).HasMaxLength(OnisepTraining.TextMaxLength);
        occupation.Property(row => row.Conditions).HasMaxLength(OnisepTraining.TextMaxLength);
        occupation.Property(row => row.Skills).HasMaxLength(OnisepTraining.TextMaxLength);
        occupation.Property(row => row.Access).HasMaxLength(OnisepTraining.TextMaxLength);
        occupation.Property(row => row.Career).HasMaxLength(OnisepTraining.TextMaxLength);
    }
}
