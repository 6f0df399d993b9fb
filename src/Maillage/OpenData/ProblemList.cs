using Maillage.Shared;

namespace Maillage.OpenData;

/// <summary>The problems met in data files: all are counted, the first ones are kept.</summary>
public sealed class ProblemList
{
    public const int MaxKept = 50;

    private const int MaxShownLength = 120;

    private readonly List<Problem> _first = [];

    public IReadOnlyList<Problem> First => _first;

    public int Count { get; private set; }

    public void Add(string code, string file, int? line, string? column, object? value, params object?[] more)
    {
        Count++;
        if (_first.Count < MaxKept)
        {
            _first.Add(At(code, file, line, column, value, more));
        }
    }

    /// <summary>A problem and its place, in words fit for a message.</summary>
    internal static Problem At(string code, string file, int? line, string? column, object? value, params object?[] more) =>
        new(code, [file, line, column, value is string text ? Shown(text) : value, .. more]);

    /// <summary>A value fit for a message: one line, not endless, no control character.</summary>
    private static string Shown(string value)
    {
        var shown = value.Length > MaxShownLength ? string.Concat(value.AsSpan(0, MaxShownLength), "…") : value;
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : shown;
    }
}
