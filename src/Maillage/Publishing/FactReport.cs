using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Publishing;

/// <summary>A visitor's word that a fact on a page is wrong, kept for the team of that page. It asks for no personal data.</summary>
public sealed class FactReport
{
    public const int PageMaxLength = 300;
    public const int MessageMinLength = 10;
    public const int MessageMaxLength = 2_000;

    public Guid FactReportId { get; init; } = Guid.CreateVersion7();

    /// <summary>Address of the page within the site, without language: <c>/campus/nautisme</c>.</summary>
    public required string Page { get; init; }

    public required string Message { get; init; }

    /// <summary>Language of the form that was used, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>UTC instant at which it was sent.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>
    /// The page that an address names: a path of this site, without language, query or fragment; <c>/</c>, the site as a
    /// whole, for anything else.
    /// </summary>
    public static string PageOf(string? address)
    {
        var path = address?.Split('?', '#')[0] ?? "";
        return path.Length is > 0 and <= PageMaxLength
            && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\')
            ? path
            : "/";
    }

    /// <summary>A message without what a keyboard cannot type, its line breaks counted once each as the browser counts them.</summary>
    public static string Clean(string? message) => new string(
        [.. (message ?? "").ReplaceLineEndings("\n").Where(character => !char.IsControl(character) || character is '\n' or '\t')]).Trim();
}

public static class PublishingTables
{
    extension(MaillageDb db)
    {
        public DbSet<FactReport> FactReports => db.Set<FactReport>();
    }
}

internal sealed class FactReportTable : IEntityTypeConfiguration<FactReport>
{
    public void Configure(EntityTypeBuilder<FactReport> report)
    {
        report.ToTable("fact_reports");
        report.HasKey(row => row.FactReportId);
        report.Property(row => row.Page).HasMaxLength(FactReport.PageMaxLength);
        report.Property(row => row.Message).HasMaxLength(FactReport.MessageMaxLength);
        report.Property(row => row.Language).HasMaxLength(2);
        report.HasIndex(row => row.SentAt);
    }
}
