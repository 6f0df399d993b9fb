using System.Globalization;
using System.IO.Compression;
using System.Text;
using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>Damages a file as the world does: cut, wrong separator or encoding, huge cells, NUL bytes, stray quotes.</summary>
internal static class MutatedFile
{
    private const int MostRows = 12;
    private const int MostMutations = 3;
    private const int HugeCell = 1 << 21;
    private const int Rarely = 400;

    /// <summary>Data sets whose files can be invented: XML has shapes of its own, which its data sets read.</summary>
    public static IReadOnlyList<DataSet> DataSets { get; } = [.. ImportedDataSets.All.Where(dataSet => dataSet.Xml is null)];

    /// <summary>Writes a damaged file in the shape of some data set.</summary>
    public static async Task<(string Path, DataSet DataSet)> WriteAsync(string folder, Random random, CancellationToken ct)
    {
        var dataSet = DataSets[random.Next(DataSets.Count)];
        var text = random.Next(5) == 0 ? SampleFile.Json(dataSet, random, random.Next(MostRows)) : SampleFile.Csv(dataSet, random, random.Next(MostRows));
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"file-{2000 + random.Next(30)}.csv"));
        await File.WriteAllBytesAsync(path, Of(text, random), ct);
        return (path, dataSet);
    }

    /// <summary>What a soak says of a file that failed, which it keeps.</summary>
    public static Problem Failed(string soak, int seed, int round, string path, DataSet dataSet, Exception exception)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"maillage-soak-{soak}-{seed}-{round}.csv");
        File.Copy(path, kept, overwrite: true);
        return new Problem("verbs.soak.failed", round, $"{dataSet.Name}, {kept}: {exception.GetType().Name} {exception.Message.ReplaceLineEndings(" ")}");
    }

    private static byte[] Of(string text, Random random)
    {
        var bytes = EncodingOf(random).GetBytes(text);
        for (var left = random.Next(MostMutations + 1); left > 0; left--)
        {
            bytes = Mutated(bytes, random);
        }

        return random.Next(Rarely) < Rarely / 20 ? Zipped(bytes, random) : bytes;
    }

    private static Encoding EncodingOf(Random random) => random.Next(6) switch
    {
        0 => Encoding.Latin1,
        1 => Encoding.Unicode,
        2 => Encoding.BigEndianUnicode,
        _ => new UTF8Encoding(false),
    };

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var length = Math.Min(random.Next(1, 40), bytes.Length - at);
        switch (random.Next(11))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2:
                return [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]];
            case 3:
                return Replaced(bytes, (byte)';', ",\t|: "u8[random.Next(5)]);
            case 4:
                return [.. bytes[..at], (byte)'"', .. bytes[at..]];
            case 5:
                return [.. bytes[..at], 0, .. bytes[at..]];
            case 6:
                return Replaced(bytes, (byte)'\n', (byte)'\r');
            case 7:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            case 8 when random.Next(Rarely) == 0:
                return [.. bytes[..at], .. Enumerable.Repeat((byte)'x', HugeCell), .. bytes[at..]];
            case 9:
                return [.. bytes[..at], .. Noise(random), .. bytes[at..]];
            default:
                return Flipped(bytes, random);
        }
    }

    private static byte[] Replaced(byte[] bytes, byte from, byte to) => Array.ConvertAll(bytes, one => one == from ? to : one);

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, 20)];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        var flipped = bytes.ToArray();
        for (var count = random.Next(1, 8); count > 0 && flipped.Length > 0; count--)
        {
            flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        }

        return flipped;
    }

    /// <summary>A zip, now and then one that is cut.</summary>
    private static byte[] Zipped(byte[] bytes, Random random)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("file.csv", CompressionLevel.Fastest).Open())
        {
            entry.Write(bytes);
        }

        var zip = stream.ToArray();
        return random.Next(3) == 0 ? zip[..random.Next(zip.Length)] : zip;
    }
}
