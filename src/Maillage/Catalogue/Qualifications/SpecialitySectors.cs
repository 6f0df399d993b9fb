using System.Collections.Frozen;
using Sylvan.Data.Csv;

namespace Maillage.Catalogue.Qualifications;

/// <summary>
/// The sectors of the campuses to which a group of specialities (NSF) belongs, in the judgement of this project: no source
/// tells them. The table is <c>data/nsf_sectors.csv</c>.
/// </summary>
internal static class SpecialitySectors
{
    private const string Resource = "nsf_sectors.csv";
    private const int GroupLength = 3;

    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Known = Read();

    /// <summary>None when the group is unknown or belongs to no sector rather than to another.</summary>
    /// <param name="nsf">Group, with its letter or without.</param>
    public static IReadOnlyList<string> Of(string? nsf) =>
        nsf?.Length >= GroupLength && Known.TryGetValue(nsf[..GroupLength], out var sectors) ? sectors : [];

    private static FrozenDictionary<string, IReadOnlyList<string>> Read()
    {
        using var text = new StreamReader(typeof(SpecialitySectors).Assembly.GetManifestResourceStream(Resource)!);
        using var csv = CsvDataReader.Create(text);
        var sectors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        while (csv.Read())
        {
            sectors.Add(csv.GetString(0), csv.GetString(1).Split('|'));
        }

        return sectors.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
