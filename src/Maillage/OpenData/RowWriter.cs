using Maillage.Data;

namespace Maillage.OpenData;

/// <summary>
/// Writes the changes of data files to the entities that they fill. Entities of rows that left their file are removed in
/// the end, when nothing needs them any more.
/// </summary>
public sealed class RowWriter(MaillageDb db, ProblemList problems)
{
    private readonly List<VanishedRow> _vanished = [];

    /// <summary>Writes the rows of a file, one entity each, beside what people may have added to it.</summary>
    /// <param name="changes">What moved in the file.</param>
    /// <param name="known">The entities of the rows touched, by the key of the row.</param>
    /// <param name="create">Makes the entity of a new row.</param>
    /// <param name="fill">Gives a known entity what its row tells.</param>
    /// <param name="parts">Entities that belong to this one and go with it.</param>
    public void Write<T>(
        RowChanges changes, IReadOnlyDictionary<string, T> known, Func<FileRow, T> create, Action<T, FileRow> fill, params IReadOnlyCollection<Type> parts)
        where T : class
    {
        foreach (var row in changes.Written)
        {
            if (known.TryGetValue(row.Key, out var entity))
            {
                fill(entity, row);
            }
            else
            {
                db.Add(create(row));
            }
        }

        LeaveVanished(changes, known, parts);
    }

    /// <summary>Writes the rows of a file whose entities hold nothing but what the file tells.</summary>
    public void Write<T>(RowChanges changes, IReadOnlyDictionary<string, T> known, Func<FileRow, T> map) where T : class =>
        Write(changes, known, map, (entity, row) => Overwrite(entity, map(row)));

    /// <summary>The same for a large file, whose rows are new most often.</summary>
    /// <param name="changes">What moved in the file.</param>
    /// <param name="known">The entities of the rows touched, by the key of the row.</param>
    /// <param name="map">Makes the entity of a row.</param>
    /// <param name="ct">Stops the writing.</param>
    /// <param name="keep">Gives the entity of a row what the file does not tell of the known one, which comes first.</param>
    public async Task WriteBulkAsync<T>(
        RowChanges changes, IReadOnlyDictionary<string, T> known, Func<FileRow, T> map, CancellationToken ct, Action<T, T>? keep = null) where T : class
    {
        foreach (var row in changes.Updated)
        {
            var mapped = map(row);
            keep?.Invoke(known[row.Key], mapped);
            Overwrite(known[row.Key], mapped);
        }

        LeaveVanished(changes, known, []);
        await db.BulkInsertAsync(changes.Inserted.Select(map), ct);
    }

    /// <summary>Removes the entities of the rows that left their files; one that others still need is a problem.</summary>
    public async Task RemoveVanishedAsync(CancellationToken ct)
    {
        var dependents = new Dependents(db, _vanished.ToDictionary<VanishedRow, object, IReadOnlyCollection<Type>>(
            row => row.Entity, row => row.Parts, ReferenceEqualityComparer.Instance));
        foreach (var rows in _vanished.GroupBy(row => row.Entity.GetType()))
        {
            var needed = await dependents.OfAsync([.. rows.Select(row => row.Entity)], ct);
            foreach (var row in rows.Where(row => needed.ContainsKey(row.Entity)))
            {
                var key = string.Join(", ", row.Declaration.Key.Select(column => column.Name));
                problems.Add(DataProblems.RowStillNeeded, row.Declaration.File, null, key, row.Key, needed[row.Entity]);
            }
        }

        if (problems.Count == 0)
        {
            // Last written, first removed: what refers goes before what it refers to.
            db.RemoveRange(_vanished.Select(row => row.Entity).Reverse());
        }
    }

    /// <summary>Removes an entity in the end, for want of this row.</summary>
    public void Leave(RowChanges changes, string key, object entity, params IReadOnlyCollection<Type> parts) =>
        _vanished.Add(new VanishedRow(changes.File.Declaration, key, entity, parts));

    private void LeaveVanished<T>(RowChanges changes, IReadOnlyDictionary<string, T> known, IReadOnlyCollection<Type> parts) where T : class
    {
        foreach (var key in changes.Vanished.Where(known.ContainsKey))
        {
            Leave(changes, key, known[key], parts);
        }
    }

    private void Overwrite<T>(T entity, T mapped) where T : class => db.Entry(entity).CurrentValues.SetValues(mapped);

    private sealed record VanishedRow(FileDeclaration Declaration, string Key, object Entity, IReadOnlyCollection<Type> Parts);
}
