using Maillage.Shared;

namespace Maillage.OpenData.Imports;

/// <summary>A file read to its end as its data set declares it, without a database.</summary>
public sealed class FileReading : IDisposable
{
    private readonly Records? _records;
    private readonly RowReading? _rows;

    public FileReading(SourceFile source, DataSet dataSet)
    {
        Row = new ImportRow(dataSet, source.Year);
        if (dataSet.Vintage.IsYearOfFileName && source.Year is null)
        {
            Refusal = ImportProblems.YearUnknown(source.Name);
        }
        else if ((source.Format == FileFormat.Xml) != (dataSet.Xml is not null))
        {
            Refusal = ImportProblems.WrongFormat(source.Name, dataSet.Name);
        }
        else
        {
            _records = Records.Open(source, dataSet.Xml);
            (_rows, Refusal) = Open(_records, source, dataSet);
        }
    }

    /// <summary>Why it is no file of the data set; null when it can be read.</summary>
    public Problem? Refusal { get; }

    /// <summary>The present row; the same object for each.</summary>
    public ImportRow Row { get; }

    /// <summary>Why no more can be read; null at the true end.</summary>
    public Problem? Fault => _records?.Fault;

    /// <summary>The greatest text of the column that tells the vintage, in the rows read.</summary>
    public string? Vintage => _rows?.Vintage;

    /// <summary>Goes to the next row.</summary>
    public bool Next() => _rows is not null && _records!.Read();

    /// <summary>Reads the present row; its faults, none when it is sound.</summary>
    public IReadOnlyList<Problem> Read() => _rows!.Read();

    public void Dispose() => _records?.Dispose();

    private (RowReading? Rows, Problem? Refusal) Open(Records records, SourceFile source, DataSet dataSet)
    {
        if (records.Fault is not null || records.Header is not { } header)
        {
            return (null, records.Fault ?? ImportProblems.NoRow(source.Name));
        }

        var match = HeaderMatch.Of(dataSet, header);
        return match.Missing.Count > 0
            ? (null, ImportProblems.MissingColumns(source.Name, dataSet.Name, match.Missing))
            : (new RowReading(dataSet, records, match, Row, source.Name), null);
    }
}
