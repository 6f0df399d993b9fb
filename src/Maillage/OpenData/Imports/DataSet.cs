using Maillage.Data;

namespace Maillage.OpenData.Imports;

/// <summary>
/// What a producer publishes and how it fills tables of its own: one declaration a data set. Its tables have natural keys
/// and no foreign key, so that a reload is a comparison and nothing that people write is ever touched.
/// </summary>
/// <param name="Name">Stable name: <c>orion/pupils</c>.</param>
/// <param name="Producer">Who publishes it, as sources are cited.</param>
/// <param name="Licence">Under which it may be used.</param>
public sealed record DataSet(string Name, string Producer, string Licence)
{
    public const int NameMaxLength = 60;

    /// <summary>Raised when the mapping changes: the same file is then read again.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Page on which the producer presents it.</summary>
    public Uri? Page { get; init; }

    /// <summary>Address of the file itself; null when the producer has no stable one.</summary>
    public Uri? Resource { get; init; }

    public Vintage Vintage { get; init; } = Vintage.OfFileName;

    /// <summary>The columns that are read, in any order, among any others.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Whether a file with other columns is another data set: for those whose columns are too common.</summary>
    public bool HasNoOtherColumn { get; init; }

    public required IReadOnlyList<Fill> Fills { get; init; }

    /// <summary>How records come out of XML; null for CSV and JSON, which need nothing.</summary>
    public XmlSource? Xml { get; init; }

    /// <summary>A last step in the same transaction; returns how many rows it changed.</summary>
    public Func<AfterImport, CancellationToken, Task<int>>? After { get; init; }

    /// <summary>Whether its files add up, each replacing only what it speaks of, such as one school year.</summary>
    internal bool IsScoped => Fills.Any(fill => fill.IsScoped);
}

/// <summary>What the last step of an import works with: the unit of work, the clock, and the run, which is not saved yet.</summary>
public sealed record AfterImport(MaillageDb Db, TimeProvider Clock, ImportRun Run);

/// <summary>Records of an XML file: the name of its root, and what each record says, by column.</summary>
public sealed record XmlSource(string Root, Func<Stream, IEnumerable<IReadOnlyDictionary<string, string>>> Read);

/// <summary>How the date or the year of what a file says is known.</summary>
public sealed class Vintage
{
    private Vintage()
    {
    }

    /// <summary>A date or year in the name of the file, when there is one.</summary>
    public static Vintage OfFileName { get; } = new();

    /// <summary>The year in the name of the file, which must have one: no column tells it (<see cref="ImportRow.Year"/>).</summary>
    public static Vintage YearOfFileName { get; } = new() { IsYearOfFileName = true };

    /// <summary>The greatest value of a column.</summary>
    public static Vintage Of(Column column) => new() { Column = column };

    internal bool IsYearOfFileName { get; private init; }

    internal Column? Column { get; private init; }
}
