using System.Globalization;
using System.Resources;
using Maillage.Shared;

namespace Maillage.Web.Hosting;

/// <summary>
/// The words of the product. A key is <c>module.thing.part</c>; its first part names the resource file
/// (<c>network.campus.title</c> is in <c>Resources/Network.resx</c>, and <c>Network.en.resx</c> for English).
/// </summary>
public sealed class Texts
{
    /// <summary>Every resource file, by the first part of its keys.</summary>
    public static readonly IReadOnlyDictionary<string, ResourceManager> Files =
        new[] { "Access", "Api", "Catalogue", "Data", "Files", "Messages", "Network", "Publishing", "Search", "Site", "Steering", "Verbs" }.ToDictionary(
            name => name.ToLowerInvariant(),
            name => new ResourceManager($"Maillage.Web.Resources.{name}", typeof(Texts).Assembly),
            StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No such key: a mistake in the code, caught by the translation tests.</exception>
    public string this[string key]
    {
        get
        {
            return Files.TryGetValue(ModuleOf(key), out var file) && file.GetString(key, CultureInfo.CurrentUICulture) is { } text
                ? text
                : throw new KeyNotFoundException($"No text for '{key}'.");
        }
    }

    public bool Has(string key) =>
        Files.TryGetValue(ModuleOf(key), out var file) && file.GetString(key, CultureInfo.InvariantCulture) is not null;

    public string this[string key, params object?[] arguments] =>
        string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    /// <summary>A sentence that counts: <c>key.one</c> or <c>key.other</c>; French says zero in the singular, English in the plural.</summary>
    public string Count(string key, int count, params object?[] arguments)
    {
        var one = count == 1 || (count == 0 && Language.Current == Language.French);
        return this[key + (one ? ".one" : ".other"), [count, .. arguments]];
    }

    public string Of(Problem problem) => this[problem.Code, problem.Arguments];

    /// <summary>A number of bytes as readers count them: kB under a megabyte, then MB.</summary>
    public string Size(long bytes) => bytes < 1_000_000 ? this["files.size.kilo", Math.Max(1, bytes / 1_000)] : this["files.size.mega", bytes / 1_000_000d];

    /// <summary>The word for an enumeration value: key <c>prefix.snake_case</c>.</summary>
    public string Of<T>(string prefix, T value) where T : struct, Enum => this[$"{prefix}.{value.ToCode()}"];

    private static string ModuleOf(string key) => key[..Math.Max(0, key.IndexOf('.', StringComparison.Ordinal))];
}
