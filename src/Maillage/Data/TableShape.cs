using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.Data;

/// <summary>The columns of a table, those of its primary key, and what they hold of an entity.</summary>
internal sealed class TableShape
{
    private TableShape(IEntityType entity)
    {
        (Entity, Columns) = (entity, BulkInsert.ColumnsOf(entity));
        var places = Columns.Select((column, place) => (column.Property, place)).ToDictionary(pair => pair.Property, pair => pair.place);
        KeyPlaces = [.. entity.FindPrimaryKey()!.Properties.Select(property => places[property])];
    }

    public IEntityType Entity { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>Places in <see cref="Columns"/> of those of the primary key.</summary>
    public IReadOnlyList<int> KeyPlaces { get; }

    public static TableShape Of(IEntityType entity) => new(entity);

    public BulkColumn ColumnOf(IProperty property) => Columns.First(column => column.Property == property);

    public object? ValueOf(object entity, IProperty property) => ColumnOf(property).ValueOf(entity);

    /// <summary>What the database will hold of an entity, in the order of <see cref="Columns"/>.</summary>
    public object?[] ValuesOf(object entity)
    {
        var values = new object?[Columns.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Columns[index].ValueOf(entity);
        }

        return values;
    }
}
