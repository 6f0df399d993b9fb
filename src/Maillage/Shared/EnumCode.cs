using System.Collections.Frozen;
using System.Text;

namespace Maillage.Shared;

/// <summary>
/// The one written form of an enumeration value, <c>snake_case</c>, shared by files, database, API and addresses
/// (<c>LyceePro</c> is <c>lycee_pro</c>); a single letter stays as it is.
/// </summary>
public static class EnumCode
{
    public static string ToCode<T>(this T value) where T : struct, Enum => Codes<T>.ByValue[value];

    public static bool TryParse<T>(string? code, out T value) where T : struct, Enum
    {
        value = default;
        return code is not null && Codes<T>.ByCode.TryGetValue(code, out value);
    }

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Codes<T>.ByValue.Values;

    private static string Snake(string name)
    {
        if (name.Length == 1)
        {
            return name;
        }

        var text = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }

    private static class Codes<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Snake(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByCode =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
