using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Publishing.Settings;

/// <summary>What who runs the platform says of the site, in the product itself. What is not said here is as the environment has it.</summary>
public sealed class SiteSettings
{
    public const int TheRow = 1;
    public const int ValueMaxLength = 300;
    public const int NoticeMaxLength = 300;

    public int SiteSettingsId { get; init; } = TheRow;

    /// <summary>Who publishes the site.</summary>
    public string? Publisher { get; set; }

    /// <summary>Who hosts it: name and address.</summary>
    public string? Host { get; set; }

    /// <summary>E-mail address or <c>https://</c> page where to write to the publisher.</summary>
    public string? Contact { get; set; }

    /// <summary>A sentence at the top of every page: planned maintenance and the like.</summary>
    public LocalizedText? Notice { get; set; }

    /// <summary>Last day, in Paris, on which the notice is shown; until it is taken away when nothing is said.</summary>
    public DateOnly? NoticeEndsOn { get; set; }

    /// <summary>Whether all that is told of people and of the life of campuses is fictitious: said at the top of every page, and never changed.</summary>
    public bool IsDemonstration { get; init; }

    public LocalizedText? NoticeOn(DateOnly day) => NoticeEndsOn is { } last && last < day ? null : Notice;
}

internal sealed class SiteSettingsTable : IEntityTypeConfiguration<SiteSettings>
{
    public void Configure(EntityTypeBuilder<SiteSettings> settings)
    {
        settings.ToTable("site_settings").IsPublished().HasVersion();
        settings.HasKey(row => row.SiteSettingsId);
        settings.Property(row => row.SiteSettingsId).ValueGeneratedNever();
        settings.Property(row => row.Publisher).HasMaxLength(SiteSettings.ValueMaxLength);
        settings.Property(row => row.Host).HasMaxLength(SiteSettings.ValueMaxLength);
        settings.Property(row => row.Contact).HasMaxLength(SiteSettings.ValueMaxLength);
        settings.HasText(row => row.Notice, SiteSettings.NoticeMaxLength);
    }
}
