using System.Security.Cryptography;
using System.Text;

namespace Maillage.OpenData;

/// <summary>A row of a data file: its line, its cells as written, and their values.</summary>
public sealed class FileRow
{
    private const char DigestSeparator = '\u001F';

    private readonly FileDeclaration _declaration;
    private readonly string[] _cells;
    private readonly object?[] _values;

    internal FileRow(FileDeclaration declaration, int line, string[] cells, object?[] values)
    {
        (_declaration, Line, _cells, _values) = (declaration, line, cells, values);
        Key = string.Join(Columns.ListSeparator, declaration.Key.Select(Text));
    }

    /// <summary>Line of the file on which the row begins; the header is on the first.</summary>
    public int Line { get; }

    /// <summary>The cells of the key, joined.</summary>
    public string Key { get; }

    public T Get<T>(Column<T> column) => (T)_values[_declaration.IndexOf(column)]!;

    /// <summary>The cell as written.</summary>
    public string Text(Column column) => _cells[_declaration.IndexOf(column)];

    /// <summary>SHA-256 of the declared cells and of what else the row is written from.</summary>
    internal string Digest(string? also) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(DigestSeparator, [.. _cells, also]))));
}

/// <summary>The rows of a data file. It is complete when every row could be told apart.</summary>
public sealed record FileRows(FileDeclaration Declaration, string FileDigest, IReadOnlyList<FileRow> Rows, bool IsComplete);
