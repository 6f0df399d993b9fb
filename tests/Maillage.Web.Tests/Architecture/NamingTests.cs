using System.Text.RegularExpressions;
using Maillage.TestKit;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Xunit;

namespace Maillage.Web.Tests.Architecture;

public sealed partial class NamingTests
{
    private const int LongestFile = 400;

    private static readonly string[] BannedSuffixes =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl", "Dto", "Command", "Handler", "Service", "Repository"];

    private static readonly IReadOnlyList<Type> All = [.. Product.WrittenTypes(Product.Library), .. Product.WrittenTypes(Product.Web)];

    [Fact]
    public void Type_Name_IsNoSegmentOfANamespace()
    {
        var segments = All.SelectMany(type => type.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);

        Product.None(All.Where(type => segments.Contains(type.Name)).Select(type => type.FullName));
    }

    [Fact]
    public void Types_OfTheLibrary_ShareNoName() =>
        Product.None(Product.WrittenTypes(Product.Library).GroupBy(type => type.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Type_Name_HasNoEmptySuffix()
    {
        var named = All.Where(type => !typeof(ITagHelper).IsAssignableFrom(type))
            .Where(type => BannedSuffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)));

        Product.None(named.Select(type => type.FullName));
    }

    [Fact]
    public void SourceFile_OfTheProduct_IsShort() =>
        Product.None(Product.Sources("src", ".cs").Where(file => file.Text.Count(character => character == '\n') > LongestFile).Select(file => file.Path));

    [Fact]
    public void SourceFile_Anywhere_HoldsNoRegionAndNoWorkLeftToDo()
    {
        var files = Product.Sources("src", ".cs", ".cshtml", ".js", ".mjs", ".css").Concat(Product.Sources("tests", ".cs"));

        Product.None(files.Where(file => Leftovers().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void Glossary_NamesEveryEntityAndEveryEnumeration()
    {
        var glossary = File.ReadAllText(Path.Combine(Repository.Root, "GLOSSARY.md"));

        var named = Product.Entities.Where(type => type.IsPublic).Concat(Product.WrittenTypes(Product.Library).Where(type => type is { IsEnum: true, IsPublic: true }));

        Product.None(named.Select(type => type.Name).Where(name => !glossary.Contains($"`{name}`", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // Written in two parts, so that this file does not find itself.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|^\s*#reg" + "ion", RegexOptions.Multiline)]
    private static partial Regex Leftovers();
}
