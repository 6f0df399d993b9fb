using Sylvan.Data.Csv;

namespace Maillage.OpenData.Imports;

/// <summary>Records of a text file whose separator is told by its first line. Broken quotes are read as best they can.</summary>
internal sealed class CsvRecords : Records
{
    private const int MaxRecordLength = 1 << 20;
    private const int Buffer = 1 << 16;

    private readonly string _name;
    private readonly StreamReader _text;
    private readonly CsvDataReader? _csv;
    private readonly int _named;
    private int _nextLine = 1;

    public CsvRecords(SourceFile file)
    {
        _name = file.Name;
        char separator;
        using (var first = file.OpenText())
        {
            separator = SeparatorOf(first);
        }

        _text = file.OpenText();
        try
        {
            _csv = CsvDataReader.Create(_text, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Comment = '\0',
                CsvStyle = CsvStyle.Lax,
                Delimiter = separator,
                BufferSize = Buffer,
                MaxBufferSize = MaxRecordLength,
            });
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return;
        }

        if (!Read())
        {
            Fault ??= ProblemList.At(DataProblems.FileEmpty, _name, null, null, null);
            return;
        }

        var header = new string[_csv.RowFieldCount];
        for (var place = 0; place < header.Length; place++)
        {
            header[place] = _csv.GetString(place);
        }

        Header = header;
        _named = 1 + Array.FindLastIndex(header, name => !string.IsNullOrWhiteSpace(name));
    }

    /// <summary>A cut record, or one with values beyond the header; separators at the end of a line say nothing.</summary>
    public override (int Found, int Expected)? WrongCount
    {
        get
        {
            var found = _csv!.RowFieldCount;
            var isWrong = found < _named;
            for (var place = Header!.Count; place < found; place++)
            {
                isWrong |= !_csv.GetFieldSpan(place).IsWhiteSpace();
            }

            return isWrong ? (found, _named) : null;
        }
    }

    public override bool Read()
    {
        try
        {
            do
            {
                if (!_csv!.Read())
                {
                    return false;
                }

                Line = _nextLine;
                _nextLine += 1 + Breaks();
            }
            while (Header is not null && _csv.RowFieldCount == 1 && _named > 1 && _csv.GetFieldSpan(0).IsWhiteSpace());

            return true;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return false;
        }
    }

    public override string Cell(int place) => place < _csv!.RowFieldCount ? _csv.GetString(place) : "";

    public override void Dispose()
    {
        _csv?.Dispose();
        _text.Dispose();
    }

    /// <summary>Whether it is the file that is at fault: says so.</summary>
    private bool IsFault(Exception exception)
    {
        Fault = exception switch
        {
            CsvRecordTooLargeException => ProblemList.At(DataProblems.RowTooLong, _name, _nextLine, null, null),
            CsvFormatException fault => ProblemList.At(DataProblems.RowBrokenQuote, _name, _nextLine, $"{fault.FieldOrdinal + 1}", null),
            _ => null,
        };
        return Fault is not null;
    }

    private int Breaks()
    {
        var breaks = 0;
        for (var place = 0; place < _csv!.RowFieldCount; place++)
        {
            breaks += _csv.GetFieldSpan(place).Count('\n');
        }

        return breaks;
    }

    /// <summary>The most frequent of the four outside quotes, on the first line.</summary>
    private static char SeparatorOf(StreamReader text)
    {
        const string Separators = ";,|\t";
        Span<int> counts = stackalloc int[Separators.Length];
        var isQuoted = false;
        for (int read = 0, next; read < MaxRecordLength && (next = text.Read()) >= 0; read++)
        {
            if (next == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && next == '\n')
            {
                break;
            }
            else if (!isQuoted && Separators.IndexOf((char)next, StringComparison.Ordinal) is var kind and >= 0)
            {
                counts[kind]++;
            }
        }

        var best = 0;
        for (var kind = 1; kind < counts.Length; kind++)
        {
            best = counts[kind] > counts[best] ? kind : best;
        }

        return Separators[best];
    }
}
