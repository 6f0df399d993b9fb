using Maillage.Shared;

namespace Maillage.OpenData.Imports;

/// <summary>The records of a file, one after the other, whatever its format: a header, then cells by their place in it.</summary>
internal abstract class Records : IDisposable
{
    /// <summary>Names of the columns; null when the file has none or cannot be read.</summary>
    public IReadOnlyList<string>? Header { get; protected set; }

    /// <summary>Why no more can be read; null at the true end.</summary>
    public Problem? Fault { get; protected set; }

    /// <summary>Line on which the present record begins, or its rank.</summary>
    public int Line { get; protected set; }

    /// <summary>Cells of the present record that cannot be told apart from those of its neighbours; null when it is sound.</summary>
    public virtual (int Found, int Expected)? WrongCount => null;

    /// <summary>Goes to the next record.</summary>
    public abstract bool Read();

    /// <summary>The cell at this place of the header, empty when the record has none.</summary>
    public abstract string Cell(int place);

    public abstract void Dispose();

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Records Open(SourceFile file, XmlSource? xml) => file.Format switch
    {
        FileFormat.Csv => new CsvRecords(file),
        FileFormat.Json => JsonRecords.Of(file),
        _ => new NamedRecords(file, xml is null ? [] : xml.Read(file.Open())),
    };
}
