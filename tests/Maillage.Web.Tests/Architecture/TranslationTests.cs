using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Maillage.Shared;
using Maillage.TestKit;
using Maillage.Web.Api;
using Maillage.Web.Hosting;
using Xunit;

namespace Maillage.Web.Tests.Architecture;

public sealed partial class TranslationTests
{
    /// <summary>Below, what is fixed in a composed key says nothing.</summary>
    private const int FewestLetters = 4;

    private static readonly string[] Counted = ["one", "other"];

    public static TheoryData<string> Modules => [.. Texts.Files.Keys];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Keys_OfAModule_ArePairedAndSorted(string module)
    {
        var (french, english) = (Read(module, ""), Read(module, ".en"));

        Assert.Equal(french.Select(text => text.Key), english.Select(text => text.Key));
        Assert.Equal(french.Select(text => text.Key).Order(StringComparer.Ordinal), french.Select(text => text.Key));
        Assert.Equal(french.Count, french.Select(text => text.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(french.Concat(english), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        Assert.All(french, text => Assert.StartsWith(module + ".", text.Key, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Placeholders_OfAText_AreTheSameInBothLanguages(string module)
    {
        var english = Read(module, ".en").ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

        Assert.All(Read(module, ""), text => Assert.True(
            Placeholders(text.Value).SetEquals(Placeholders(english[text.Key])), $"{text.Key}: {text.Value} / {english[text.Key]}"));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Sentence_ThatCounts_HasBothNumbers(string module)
    {
        var keys = Read(module, "").Select(text => text.Key).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(keys, key => key.EndsWith(".one", StringComparison.Ordinal) && !keys.Contains(key[..^".one".Length] + ".other"));
        Assert.DoesNotContain(keys, key => key.EndsWith(".other", StringComparison.Ordinal) && !keys.Contains(key[..^".other".Length] + ".one"));
    }

    [Fact]
    public void Text_Written_IsUsed()
    {
        var code = Code();
        var composed = Interpolated().Matches(code).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)
            .Where(pattern => Hole().Replace(pattern, "").Count(char.IsAsciiLetter) >= FewestLetters)
            .Select(pattern => new Regex($"^{string.Join("[A-Za-z0-9_.-]+", Hole().Split(pattern).Select(Regex.Escape))}$", RegexOptions.CultureInvariant))
            .ToList();
        var endings = EnumCodes().Concat(Counted).ToHashSet(StringComparer.Ordinal);

        Product.None(Texts.Files.Keys.SelectMany(module => Read(module, "")).Select(text => text.Key).Where(key =>
        {
            var end = key.LastIndexOf('.');
            return !Names(key)
                && !(endings.Contains(key[(end + 1)..]) && Names(key[..end]))
                && !composed.Exists(pattern => pattern.IsMatch(key));
        }));

        bool Names(string text) => code.Contains($"\"{text}\"", StringComparison.Ordinal);
    }

    [Fact]
    public void Key_NamedInCode_HasAText()
    {
        var keys = Texts.Files.Keys.SelectMany(module => Read(module, "")).Select(text => text.Key).ToList();
        var named = Regex.Matches(Code(), $"""
            "((?:{string.Join('|', Texts.Files.Keys)})(?:\.[a-z0-9_]+)+)"
            """, RegexOptions.CultureInvariant).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

        Product.None(named.Where(name => !keys.Exists(key => key == name || key.StartsWith(name + ".", StringComparison.Ordinal))));
    }

    [Fact]
    public void ProblemCode_OfTheApi_HasASentenceAndATitleInBothLanguages()
    {
        var constants = typeof(ApiProblems).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        var (french, english) = (Keys(""), Keys(".en"));

        Assert.Equal(ApiProblems.Statuses.Keys.Order(StringComparer.Ordinal), constants.Order(StringComparer.Ordinal));
        Assert.All(ApiProblems.Statuses, pair => Assert.All((string[])[pair.Key, string.Create(CultureInfo.InvariantCulture, $"api.status.{pair.Value}")], key =>
        {
            Assert.Contains(key, french);
            Assert.Contains(key, english);
        }));

        static HashSet<string> Keys(string language) => Read("api", language).Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static string Code() => string.Join('\n', Product.Sources("src", ".cs", ".cshtml").Select(file => file.Text));

    private static IEnumerable<string> EnumCodes()
    {
        var code = typeof(EnumCode).GetMethod(nameof(EnumCode.All))!;
        return Product.WrittenTypes(Product.Library).Concat(Product.WrittenTypes(Product.Web)).Where(type => type.IsEnum)
            .SelectMany(type => (IReadOnlyList<string>)code.MakeGenericMethod(type).Invoke(null, null)!);
    }

    private static List<(string Key, string Value)> Read(string module, string language)
    {
        var name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(module);
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", "Maillage.Web", "Resources", $"{name}{language}.resx"));
        return [.. file.Root!.Elements("data").Select(data => (data.Attribute("name")!.Value, data.Element("value")!.Value))];
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+(?::[^{}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\\$\"((?:[^\"{}]|\\{[^{}\"]*\\})+)\"")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
