using System.Linq.Expressions;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Data;

/// <summary>What several tables declare in the same way.</summary>
internal static class TableConventions
{
    internal const string Version = nameof(Version);
    internal const string Published = "Maillage:Published";
    internal const string OwnTrace = "Maillage:OwnTrace";
    internal const string Within = "Maillage:Within";
    internal const string Secret = "Maillage:Secret";

    /// <summary>Changes to these rows are seen by visitors: they move the published revision.</summary>
    public static EntityTypeBuilder<T> IsPublished<T>(this EntityTypeBuilder<T> entity) where T : class
    {
        entity.HasAnnotation(Published, true);
        return entity;
    }

    /// <summary>
    /// Rows that are a trace themselves (a run, a load, a delivery), or too fleeting to leave one: no audit entry tells of them.
    /// </summary>
    public static EntityTypeBuilder<T> IsItsOwnTrace<T>(this EntityTypeBuilder<T> entity) where T : class
    {
        entity.HasAnnotation(OwnTrace, true);
        return entity;
    }

    /// <summary>Key by which those of a perimeter find in the audit what is done to these rows: their own, or that of the campus that keeps them.</summary>
    public static EntityTypeBuilder<T> LiesWithin<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, Guid>> key) where T : class
    {
        entity.HasAnnotation(Within, ((MemberExpression)key.Body).Member.Name);
        return entity;
    }

    /// <summary>A value that the audit says to have changed without telling it.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property)
    {
        property.HasAnnotation(Secret, true);
        return property;
    }

    /// <summary>A counter bumped at each save: the second of two people who edit the same row is told.</summary>
    public static EntityTypeBuilder<T> HasVersion<T>(this EntityTypeBuilder<T> entity) where T : class
    {
        entity.Property<int>(Version).IsConcurrencyToken();
        return entity;
    }

    public static void HasProvenance<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, Provenance>> provenance) where T : class =>
        entity.ComplexProperty(provenance!, part => part.Property(value => value.Source).HasMaxLength(Provenance.SourceMaxLength));

    public static void HasText<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, LocalizedText?>> text, int maxLength) where T : class =>
        entity.ComplexProperty(text!, part =>
        {
            part.Property(value => value.Fr).HasMaxLength(maxLength);
            part.Property(value => value.En).HasMaxLength(maxLength);
        });

    /// <summary>A list of codes, kept in one column with <c>|</c> between them.</summary>
    public static void HasCodes<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, List<string>>> codes, int maxLength) where T : class =>
        entity.Property(codes)
            .HasConversion(
                list => string.Join('|', list),
                text => text.Split('|', StringSplitOptions.RemoveEmptyEntries).ToList(),
                new ValueComparer<List<string>>(
                    (left, right) => left!.SequenceEqual(right!),
                    list => string.Join('|', list).GetHashCode(StringComparison.Ordinal),
                    list => list.ToList()))
            .HasMaxLength(maxLength);

    internal static void BumpVersions(this MaillageDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified && entry.Metadata.FindProperty(Version) is { } property)
            {
                var version = entry.Property(property);
                version.CurrentValue = (int)version.CurrentValue! + 1;
            }
        }
    }

    internal static bool HasPublishedChanges(this MaillageDb db) =>
        db.ChangeTracker.Entries().Any(entry =>
            entry.State is not (EntityState.Unchanged or EntityState.Detached) && entry.Metadata.FindAnnotation(Published) is not null);
}
