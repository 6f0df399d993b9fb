using Maillage.Data;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Publishing.Articles;

public enum ArticleKind
{
    /// <summary>What the campus says of itself; it has one.</summary>
    Presentation,

    News,
}

/// <summary>What a campus writes for everyone: its presentation, its news. A draft until a day of publication is said.</summary>
public sealed class Article
{
    public const int TitleMaxLength = 150;
    public const int BodyMaxLength = 20_000;
    public const int AltMaxLength = 250;

    public Guid ArticleId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    public required ArticleKind Kind { get; init; }

    /// <summary>Its part of the address; the presentation has none of its own.</summary>
    public required string Slug { get; init; }

    public required LocalizedText Title { get; set; }

    /// <summary>Markdown.</summary>
    public required LocalizedText Body { get; set; }

    /// <summary>First day, in Paris, on which everyone reads it; null for a draft.</summary>
    public DateOnly? PublishedOn { get; set; }

    public Guid? PictureId { get; set; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public LocalizedText? PictureAlt { get; set; }

    public int? PictureWidth { get; set; }

    public int? PictureHeight { get; set; }

    /// <summary>UTC instant of the last change.</summary>
    public required DateTime UpdatedAt { get; set; }

    public bool IsPublishedOn(DateOnly day) => PublishedOn <= day;
}

/// <summary>What an article said from one change to the next.</summary>
public sealed class ArticleVersion
{
    public required Guid ArticleId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Body { get; init; }

    /// <summary>UTC instant at which it was written.</summary>
    public required DateTime At { get; init; }

    /// <summary>Account of who wrote it.</summary>
    public Guid? AuthorId { get; init; }
}

public static class ArticleTables
{
    extension(MaillageDb db)
    {
        public DbSet<Article> Articles => db.Set<Article>();

        public DbSet<ArticleVersion> ArticleVersions => db.Set<ArticleVersion>();
    }
}

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleVersion>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.ToTable("articles").IsPublished().HasVersion().LiesWithin(row => row.CampusId);
        article.HasKey(row => row.ArticleId);
        article.Property(row => row.ArticleId).ValueGeneratedNever();
        article.Property(row => row.Slug).HasMaxLength(Slug.MaxLength);
        article.HasText(row => row.Title, Article.TitleMaxLength);
        article.HasText(row => row.Body, Article.BodyMaxLength);
        article.HasText(row => row.PictureAlt, Article.AltMaxLength);
        article.HasIndex(row => new { row.CampusId, row.Kind, row.Slug }).IsUnique();
        article.HasIndex(row => new { row.Kind, row.PublishedOn });
        article.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne<StoredFile>().WithOne().HasForeignKey<Article>(row => row.PictureId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ArticleVersion> version)
    {
        version.ToTable("article_versions").IsItsOwnTrace();
        version.HasKey(row => new { row.ArticleId, row.Number });
        version.HasText(row => row.Title, Article.TitleMaxLength);
        version.HasText(row => row.Body, Article.BodyMaxLength);
        version.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}
