using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Maillage.Data.Backup;

namespace Maillage.Tests.Data;

/// <summary>Archives taken apart and put together again, as someone who knows the format would.</summary>
internal static class BackupArchives
{
    private const string Word = "Maillage backup ";

    /// <summary>Every table's rows, sorted: engines give them back in orders of their own.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return Manifest(zip)["tables"]!.AsArray().ToDictionary(
            table => (string)table!["name"]!,
            table => Text(zip.GetEntry((string)table!["entry"]!)!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Writes the archive again with other entries and another manifest, and seals it.</summary>
    public static void Forge(string archive, Action<Dictionary<string, byte[]>, JsonObject> change)
    {
        Dictionary<string, byte[]> entries;
        using (var zip = ZipFile.OpenRead(archive))
        {
            entries = zip.Entries.ToDictionary(entry => entry.FullName, Bytes, StringComparer.Ordinal);
        }

        var manifest = JsonNode.Parse(entries[BackupManifest.EntryName])!.AsObject();
        entries.Remove(BackupManifest.EntryName);
        change(entries, manifest);
        entries.TryAdd(BackupManifest.EntryName, JsonSerializer.SerializeToUtf8Bytes(manifest));
        Write(archive, entries);
    }

    /// <summary>Replaces the content of an entry and announces it truthfully.</summary>
    public static void Replace(Dictionary<string, byte[]> entries, JsonObject manifest, string name, string content)
    {
        var entry = entries.Keys.Single(key => key.EndsWith($"-{name}.jsonl", StringComparison.Ordinal));
        entries[entry] = Encoding.UTF8.GetBytes(content);
        var table = Table(manifest, name);
        table["rows"] = content.Count(character => character == '\n');
        table["bytes"] = entries[entry].Length;
        table["sha256"] = Convert.ToHexStringLower(SHA256.HashData(entries[entry]));
    }

    public static JsonObject Table(JsonObject manifest, string name) =>
        manifest["tables"]!.AsArray().Single(table => (string)table!["name"]! == name)!.AsObject();

    public static void Write(string archive, IEnumerable<KeyValuePair<string, byte[]>> entries)
    {
        using (var file = File.Create(archive))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            zip.Comment = Word + new string('0', 64);
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        Seal(archive);
    }

    public static void Seal(string archive)
    {
        var bytes = File.ReadAllBytes(archive);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(..^64))), bytes.AsSpan(^64..));
        File.WriteAllBytes(archive, bytes);
    }

    private static JsonObject Manifest(ZipArchive zip) => JsonNode.Parse(Text(zip.GetEntry(BackupManifest.EntryName)!))!.AsObject();

    private static string Text(ZipArchiveEntry entry) => Encoding.UTF8.GetString(Bytes(entry));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
