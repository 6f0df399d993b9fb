using System.Buffers;
using System.Text;

namespace Maillage.OpenData;

/// <summary>The place of the first bytes of a file that are not UTF-8.</summary>
internal readonly record struct InvalidBytes(int Line, int Character, string Bytes)
{
    public static InvalidBytes Find(FileStream stream)
    {
        stream.Position = 0;
        var all = new byte[stream.Length];
        stream.ReadExactly(all);

        ReadOnlySpan<byte> rest = all;
        var (line, character) = (1, 1);
        while (Rune.DecodeFromUtf8(rest, out var rune, out var length) == OperationStatus.Done)
        {
            (line, character) = rune.Value == '\n' ? (line + 1, 1) : (line, character + 1);
            rest = rest[length..];
        }

        Rune.DecodeFromUtf8(rest, out _, out var count);
        return new InvalidBytes(line, character, Convert.ToHexString(rest[..count]));
    }
}
