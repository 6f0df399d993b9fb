namespace Maillage.OpenData;

/// <summary>A column that a data file must have: its name and how each cell is read (see <see cref="Columns"/>).</summary>
public abstract class Column
{
    private protected Column(string name, IReadOnlyList<string> problemCodes) => (Name, ProblemCodes) = (name, problemCodes);

    public string Name { get; }

    /// <summary>Other names that producers give or gave to the column.</summary>
    public IReadOnlyList<string> Aliases { get; private protected init; } = [];

    /// <summary>Whether an import takes a file that has no such column: its values are then missing.</summary>
    public bool IsAbsentAllowed { get; private protected init; }

    /// <summary>Whether a cell may be empty.</summary>
    public bool IsOptional => !ProblemCodes.Contains(DataProblems.ValueMissing, StringComparer.Ordinal);

    /// <summary>Codes of the problems that a cell can have, its reference apart.</summary>
    public IReadOnlyList<string> ProblemCodes { get; private protected init; }

    /// <summary>Where the value, or each item of a list, must be found.</summary>
    public Reference? Reference { get; private protected init; }

    /// <summary>Whether two rows cannot hold the same value; empty cells do not count.</summary>
    public bool IsUnique { get; private protected init; }

    internal abstract CellFault? Read(string text, out object? value);

    /// <summary>The items of a cell: those of a list, else the value itself; none when empty.</summary>
    internal abstract IEnumerable<string> ItemsOf(string text);
}

/// <summary>A column whose cells are read as <typeparamref name="T"/>.</summary>
public sealed class Column<T> : Column
{
    private readonly CellParser<T> _parse;
    private readonly bool _isList;

    internal Column(string name, CellParser<T> parse, IReadOnlyList<string> problemCodes, bool isList = false)
        : base(name, problemCodes) => (_parse, _isList) = (parse, isList);

    private Column(Column<T> other)
        : base(other.Name, other.ProblemCodes)
    {
        (_parse, _isList) = (other._parse, other._isList);
        (Reference, IsUnique) = (other.Reference, other.IsUnique);
        (Aliases, IsAbsentAllowed) = (other.Aliases, other.IsAbsentAllowed);
    }

    /// <summary>The same column, which an import also finds under these names.</summary>
    public Column<T> Or(params IReadOnlyList<string> aliases) => new(this) { Aliases = [.. Aliases, .. aliases] };

    /// <summary>The same column, without which an import takes the file all the same.</summary>
    /// <exception cref="InvalidOperationException">A cell of the column cannot be empty.</exception>
    public Column<T> MayBeAbsent() => IsOptional
        ? new(this) { IsAbsentAllowed = true }
        : throw new InvalidOperationException($"'{Name}' must have a value, so it cannot be absent.");

    /// <summary>The same column, whose values must be found in a column of a file.</summary>
    public Column<T> RefersTo(string file, string column) => new(this) { Reference = new Reference(file, column) };

    /// <summary>The same column, in which no value comes twice.</summary>
    public Column<T> Unique() => new(this) { IsUnique = true, ProblemCodes = [.. ProblemCodes, DataProblems.ValueRepeated] };

    internal override CellFault? Read(string text, out object? value)
    {
        var fault = _parse(text, out var parsed);
        value = parsed;
        return fault;
    }

    internal override IEnumerable<string> ItemsOf(string text) =>
        text.Length == 0 ? [] : _isList ? text.Split(Columns.ListSeparator) : [text];
}

/// <summary>The file and the column that hold the values allowed.</summary>
public sealed record Reference(string File, string Column);

/// <summary>What is wrong with a cell: the code, and what it adds to file, line, column and value.</summary>
internal sealed record CellFault(string Code, params object?[] More);

internal delegate CellFault? CellParser<T>(string text, out T value);
