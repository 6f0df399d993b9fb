using System.Reflection;
using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.OpenData;

/// <summary>
/// Finds what still needs entities about to be removed, by the foreign keys of the model: rows that neither leave too nor
/// are parts of what leaves.
/// </summary>
/// <param name="db">The unit of work.</param>
/// <param name="leaving">Every entity about to be removed, with the types of its parts.</param>
internal sealed class Dependents(MaillageDb db, IReadOnlyDictionary<object, IReadOnlyCollection<Type>> leaving)
{
    private static readonly MethodInfo ReadMethod =
        typeof(Dependents).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The entities that are still needed, each with the table of a row that needs it.</summary>
    public async Task<IReadOnlyDictionary<object, string>> OfAsync(IReadOnlyList<object> entities, CancellationToken ct)
    {
        var needed = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        var type = db.Entry(entities[0]).Metadata;
        foreach (var key in type.GetReferencingForeignKeys())
        {
            var byKey = entities.ToDictionary(entity => ValueOf(entity, key.PrincipalKey.Properties[0])!);
            foreach (var dependent in await ReferringAsync(key, byKey.Keys, ct))
            {
                // What was changed in this unit of work may refer elsewhere by now.
                if (!Leaves(dependent) && ValueOf(dependent, key.Properties[0]) is { } value && byKey.TryGetValue(value, out var entity))
                {
                    needed.TryAdd(entity, key.DeclaringEntityType.GetTableName()!);
                }
            }
        }

        return needed;
    }

    private bool Leaves(object dependent) => leaving.ContainsKey(dependent) || leaving.Any(row => IsPartOf(row.Key, row.Value, dependent));

    private bool IsPartOf(object whole, IReadOnlyCollection<Type> parts, object dependent) =>
        parts.Contains(dependent.GetType())
        && db.Entry(dependent).Metadata.GetForeignKeys().Any(key =>
            key.PrincipalEntityType.ClrType == whole.GetType()
            && Equals(ValueOf(whole, key.PrincipalKey.Properties[0]), ValueOf(dependent, key.Properties[0])));

    private object? ValueOf(object entity, IReadOnlyProperty property) => db.Entry(entity).Property(property.Name).CurrentValue;

    private Task<IReadOnlyList<object>> ReferringAsync(IForeignKey key, IEnumerable<object> values, CancellationToken ct) =>
        (Task<IReadOnlyList<object>>)ReadMethod
            .MakeGenericMethod(key.DeclaringEntityType.ClrType, key.Properties[0].ClrType)
            .Invoke(this, [key.Properties[0].Name, values, ct])!;

    private async Task<IReadOnlyList<object>> ReadAsync<TDependent, TKey>(string property, IEnumerable<object> values, CancellationToken ct)
        where TDependent : class
    {
        var keys = values.Cast<TKey>().ToList();
        return await db.Set<TDependent>().Where(row => keys.Contains(EF.Property<TKey>(row, property))).ToListAsync(ct);
    }
}
