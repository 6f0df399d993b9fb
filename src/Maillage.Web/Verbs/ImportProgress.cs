using System.Diagnostics;

namespace Maillage.Web.Verbs;

/// <summary>One line that follows an import on a terminal; nothing elsewhere.</summary>
internal sealed class ImportProgress(VerbContext context, string dataSet) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly bool _isTerminal = ReferenceEquals(context.Out, Console.Out) && !Console.IsOutputRedirected;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _said;
    private int _width;

    public void Say(int rows)
    {
        if (!_isTerminal || _watch.Elapsed - _said < Pause)
        {
            return;
        }

        _said = _watch.Elapsed;
        var line = context.Texts["verbs.import.progress", dataSet, rows, rows / _said.TotalSeconds];
        context.Out.Write($"\r{line.PadRight(_width)}");
        _width = line.Length;
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            context.Out.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }
}
