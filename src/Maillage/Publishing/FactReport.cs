using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Publishing.Documents;
using Maillage.Publishing.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Publishing;

/// <summary>What became of a report.</summary>
public enum ReportState
{
    Waiting,

    /// <summary>The page said something wrong; it no longer does.</summary>
    Corrected,

    /// <summary>The page was right.</summary>
    NotWrong,
}

/// <summary>A visitor's word that a fact on a page is wrong, kept for the team of that page. It asks for no personal data.</summary>
public sealed class FactReport : IScoped
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

    /// <summary>Whose it is to answer: the campus, organisation or territory of the page; the platform for any other.</summary>
    public ScopeKind ScopeKind { get; init; }

    public string ScopeKey { get; init; } = "";

    public ReportState State { get; private set; }

    /// <summary>UTC instant of the answer.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>What was done about it, in the words of who answered.</summary>
    public string? Answer { get; private set; }

    public void Settle(ReportState state, string? answer, DateTime now) => (State, Answer, AnsweredAt) = (state, answer, now);

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
}

public static class PublishingTables
{
    extension(MaillageDb db)
    {
        public DbSet<FactReport> FactReports => db.Set<FactReport>();

        public DbSet<SiteSettings> SiteSettings => db.Set<SiteSettings>();

        public DbSet<SharedDocument> SharedDocuments => db.Set<SharedDocument>();
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
        report.Property(row => row.ScopeKey).HasMaxLength(Scope.KeyMaxLength);
        report.Property(row => row.Answer).HasMaxLength(FactReport.MessageMaxLength);
        report.HasIndex(row => row.SentAt);
        report.HasIndex(row => new { row.State, row.ScopeKey });
    }
}
