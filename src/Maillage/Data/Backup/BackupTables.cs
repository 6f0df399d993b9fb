using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.Data.Backup;

/// <summary>The tables of the model, each after those that it refers to.</summary>
internal sealed class BackupTables
{
    private readonly List<ITable> _ordered = [];
    private readonly HashSet<ITable> _visited = [];

    private BackupTables(IRelationalModel model)
    {
        foreach (var table in model.Tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            Visit(table);
        }
    }

    public static IReadOnlyList<ITable> Of(MaillageDb db) =>
        new BackupTables(db.GetService<IDesignTimeModel>().Model.GetRelationalModel())._ordered;

    /// <summary>Columns that hold what was given, not what the database computes.</summary>
    public static IReadOnlyList<BackupColumn> Columns(ITable table) =>
        [.. table.Columns.Where(column => column.ComputedColumnSql is null).Select(column => new BackupColumn(column.Name, ColumnKinds.Of(column)))];

    /// <summary>How many rows the migrations themselves put in the table.</summary>
    public static int SeededRows(ITable table) =>
        table.EntityTypeMappings.Sum(mapping => ((IEntityType)mapping.TypeBase).GetSeedData().Count());

    private void Visit(ITable table)
    {
        if (!_visited.Add(table))
        {
            if (!_ordered.Contains(table))
            {
                throw new NotSupportedException($"The table {table.Name} refers to itself through others: it cannot be restored row by row.");
            }

            return;
        }

        foreach (var principal in table.ForeignKeyConstraints.Select(key => key.PrincipalTable).Where(principal => principal != table)
            .OrderBy(principal => principal.Name, StringComparer.Ordinal))
        {
            Visit(principal);
        }

        _ordered.Add(table);
    }
}
