using System.Reflection;
using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.OpenData;

/// <summary>
/// Finds what still needs entities about to be removed, by the foreign keys of the model: rows that are not parts of
/// them and do not leave with them.
/// </summary>
internal sealed class Dependents(MaillageDb db, HashSet<object> leaving, IReadOnlyCollection<Type> parts)
{
    private static readonly MethodInfo ReadMethod =
        typeof(Dependents).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The entities that are still needed, each with the table of a row that needs it.</summary>
    public async Task<IReadOnlyDictionary<object, string>> OfAsync(IReadOnlyList<object> entities, CancellationToken ct)
    {
        var needed = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        var type = db.Entry(entities[0]).Metadata;
        foreach (var key in type.GetReferencingForeignKeys().Where(key => !parts.Contains(key.DeclaringEntityType.ClrType)))
        {
            var byKey = entities.ToDictionary(entity => db.Entry(entity).Property(key.PrincipalKey.Properties[0]).CurrentValue!);
            foreach (var dependent in await ReferringAsync(key, byKey.Keys, ct))
            {
                // What was changed in this unit of work may refer elsewhere by now.
                if (!leaving.Contains(dependent) && db.Entry(dependent).Property(key.Properties[0]).CurrentValue is { } value && byKey.TryGetValue(value, out var entity))
                {
                    needed.TryAdd(entity, key.DeclaringEntityType.GetTableName()!);
                }
            }
        }

        return needed;
    }

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
