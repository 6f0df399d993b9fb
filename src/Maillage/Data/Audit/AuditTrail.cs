using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.Data.Audit;

/// <summary>
/// The trace of what is written, in the same save as what it tells of. A save that leaves none is refused, unless its
/// tables are a trace themselves: no use case can forget it.
/// </summary>
public static class AuditTrail
{
    /// <summary>Longer values are cut in the trace: they are read in their own history.</summary>
    private const int ValueMaxLength = 4_000;

    private const string Hidden = "•••";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Saves everything that the context holds, with an entry for each row: who, what before and after, why.</summary>
    public static Task<int> SaveChangesAsync(this MaillageDb db, Act act, TimeProvider clock, CancellationToken ct)
    {
        var (actId, now) = (Guid.CreateVersion7(), clock.UtcNow());
        db.AddRange(db.Untraced().Select(entry => Entry(act, actId, now, entry)).ToList());
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Saves many rows of one load, with an entry for each table that says how many.</summary>
    public static Task<int> SaveCountedAsync(this MaillageDb db, Act act, TimeProvider clock, CancellationToken ct)
    {
        var (actId, now) = (Guid.CreateVersion7(), clock.UtcNow());
        db.AddRange(db.Untraced().GroupBy(entry => TableOf(entry.Metadata), StringComparer.Ordinal).Select(rows => New(
            act, actId, now, AuditChange.Counted, rows.Key, "", null,
            JsonSerializer.Serialize(rows.GroupBy(row => ChangeOf(row).ToCode(), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), Json)))
            .ToList());
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Adds to the current unit of work that something was done to many things at once, with how many of each kind where they were counted.</summary>
    public static void TraceMany(this MaillageDb db, Act act, TimeProvider clock, AuditChange change, string subject, IReadOnlyDictionary<string, int>? counts = null) =>
        db.Add(New(act, Guid.CreateVersion7(), clock.UtcNow(), change, subject, "", null, counts is null ? null : JsonSerializer.Serialize(counts, Json)));

    /// <summary>Adds to the current unit of work that someone looked at a thing.</summary>
    public static void TraceReading(this MaillageDb db, Act act, TimeProvider clock, object entity) => db.Trace(act, clock, AuditChange.Read, entity);

    /// <summary>Adds to the current unit of work that something happened to a thing whose table leaves no trace by itself.</summary>
    public static void Trace(this MaillageDb db, Act act, TimeProvider clock, AuditChange change, object entity)
    {
        var metadata = db.Model.FindEntityType(entity.GetType())!;
        db.Add(New(act, Guid.CreateVersion7(), clock.UtcNow(), change, metadata, property => property.GetGetter().GetClrValue(entity), null, null));
    }

    internal static void RefuseUntraced(this MaillageDb db)
    {
        if (db.ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State == EntityState.Added))
        {
            return;
        }

        if (db.Untraced().FirstOrDefault() is { } entry)
        {
            throw new InvalidOperationException($"A change of '{TableOf(entry.Metadata)}' is saved without saying who makes it: pass an Act.");
        }
    }

    private static IEnumerable<EntityEntry> Untraced(this MaillageDb db) => db.ChangeTracker.Entries()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            && entry.Metadata.FindAnnotation(TableConventions.OwnTrace) is null);

    private static AuditEntry Entry(Act act, Guid actId, DateTime now, EntityEntry entry)
    {
        var change = ChangeOf(entry);
        var moved = Values(entry).Where(value => change != AuditChange.Modified || value.IsModified).ToList();
        return New(
            act, actId, now, change, entry.Metadata, property => entry.Property(property).CurrentValue,
            change == AuditChange.Added ? null : Object(moved, value => value.OriginalValue),
            change == AuditChange.Removed ? null : Object(moved, value => value.CurrentValue));
    }

    private static AuditEntry New(
        Act act, Guid actId, DateTime now, AuditChange change, IEntityType entity, Func<IProperty, object?> value, string? before, string? after) => New(
            act, actId, now, change, TableOf(entity), string.Join(',', entity.FindPrimaryKey()!.Properties.Select(property => Text(property, value(property)))), before, after,
            entity.FindAnnotation(TableConventions.Within)?.Value is string key && entity.FindProperty(key) is { } within ? Text(within, value(within)) : null);

    private static AuditEntry New(Act act, Guid actId, DateTime now, AuditChange change, string subject, string subjectKey, string? before, string? after, string? withinKey = null) => new()
    {
        ActId = actId,
        At = now,
        ActCode = act.Code,
        AuthorKind = act.By.Kind,
        AuthorId = act.By.Id,
        Address = act.By.Address,
        Reason = act.Reason,
        Change = change,
        Subject = subject,
        SubjectKey = subjectKey,
        WithinKey = withinKey,
        Before = before,
        After = after,
    };

    private static AuditChange ChangeOf(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => AuditChange.Added,
        EntityState.Deleted => AuditChange.Removed,
        _ => AuditChange.Modified,
    };

    private static string TableOf(IEntityType entity) => entity.GetTableName()!;

    private static IEnumerable<PropertyEntry> Values(EntityEntry entry) => entry.Properties
        .Where(property => property.Metadata.Name != TableConventions.Version)
        .Concat(entry.ComplexProperties.SelectMany(Values));

    private static IEnumerable<PropertyEntry> Values(ComplexPropertyEntry entry) =>
        entry.Properties.Concat(entry.ComplexProperties.SelectMany(Values));

    private static string? Object(List<PropertyEntry> values, Func<PropertyEntry, object?> read) => JsonSerializer.Serialize(
        values.Select(value => (Name: NameOf(value.Metadata), Value: Text(value.Metadata, read(value))))
            .Where(value => value.Value is not null)
            .DistinctBy(value => value.Name, StringComparer.Ordinal)
            .ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal),
        Json);

    private static string NameOf(IReadOnlyProperty property) => property.GetColumnName();

    private static string? Text(IProperty property, object? value)
    {
        if (value is null)
        {
            return null;
        }

        if (property.FindAnnotation(TableConventions.Secret) is not null)
        {
            return Hidden;
        }

        var stored = property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        var text = stored switch
        {
            DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToHexStringLower(bytes),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => stored.ToString() ?? "",
        };
        return text.Length <= ValueMaxLength ? text : text[..ValueMaxLength] + "…";
    }
}
