using System.Globalization;
using System.Text;
using Maillage.Data;
using Maillage.Shared;

namespace Maillage.OpenData.Imports;

/// <summary>Where the rows that an import sets aside are written, and the words of what is wrong with them.</summary>
/// <param name="Path">Folder of the reject files.</param>
/// <param name="Say">The sentence of a problem.</param>
public sealed record RejectFolder(string Path, Func<Problem, string> Say)
{
    public static RejectFolder Of(string state, Func<Problem, string> say) => new(System.IO.Path.Combine(state, "imports"), say);
}

/// <summary>The rows set aside: all counted, the first ones kept, each fault a line of a CSV file that exists only if there is one.</summary>
internal sealed class Rejects(RejectFolder folder, string dataSet, DateOnly day) : IAsyncDisposable
{
    public const int MaxKept = ProblemList.MaxKept;

    private const int MaxWritten = 100_000;

    private static readonly string[] Header = ["line", "column", "value", "code", "reason"];

    private readonly List<Problem> _first = [];
    private StreamWriter? _file;
    private int _written;

    public IReadOnlyList<Problem> First => _first;

    /// <summary>Rows set aside.</summary>
    public int Count { get; private set; }

    /// <summary>Name of the file; null while no row is set aside.</summary>
    public string? FileName { get; private set; }

    public async ValueTask AddAsync(IReadOnlyList<Problem> problems)
    {
        Count++;
        foreach (var problem in problems)
        {
            if (_first.Count < MaxKept)
            {
                _first.Add(problem);
            }

            if (_written++ < MaxWritten)
            {
                _file ??= await OpenAsync();
                await WriteAsync([.. problem.Arguments.Skip(1).Take(3).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)), problem.Code, folder.Say(problem)]);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is { } file)
        {
            _file = null;
            await file.DisposeAsync();
        }
    }

    private async Task<StreamWriter> OpenAsync()
    {
        PrivateStorage.CreateFolder(folder.Path);
        var name = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{dataSet.Replace('/', '-')}-rejets");
        for (var number = 1; ; number++)
        {
            FileName = number == 1 ? $"{name}.csv" : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.csv");
            var path = Path.Combine(folder.Path, FileName);
            if (!File.Exists(path))
            {
                _file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                await WriteAsync(Header);
                return _file;
            }
        }
    }

    private Task WriteAsync(IEnumerable<string?> fields) => _file!.WriteAsync(string.Join(',', fields.Select(Field)) + "\r\n");

    /// <summary>Quoted when it must be; an apostrophe before what a spreadsheet would run as a formula.</summary>
    private static string Field(string? value)
    {
        var text = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value}" : value ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
