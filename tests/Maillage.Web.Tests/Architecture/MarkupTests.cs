using System.Text.RegularExpressions;
using Xunit;

namespace Maillage.Web.Tests.Architecture;

public sealed partial class MarkupTests
{
    private const string Web = "src/Maillage.Web";

    [Fact]
    public void ClassOfTheDesignSystem_Written_IsInComponentsAlone() =>
        Product.None(Product.Sources(Web, ".cs", ".cshtml")
            .Where(file => !file.Path.StartsWith($"{Web}/Components/", StringComparison.Ordinal))
            .Where(file => DesignSystem().IsMatch(file.Text))
            .Select(file => file.Path));

    [Fact]
    public void Page_Written_HasNoInlineStyleNorScript() =>
        Product.None(Product.Sources(Web, ".cshtml").SelectMany(file => Inline().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}")));

    [Fact]
    public void Page_Written_SpeaksByItsTexts() =>
        Product.None(Product.Sources(Web, ".cshtml")
            // The plain page beside which the bench measures the others.
            .Where(file => !file.Path.StartsWith($"{Web}/Pages/Bench/", StringComparison.Ordinal))
            .SelectMany(file => Sentence().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}")));

    [GeneratedRegex(@"(?<![\w-])fr-[a-z]")]
    private static partial Regex DesignSystem();

    [GeneratedRegex("""\sstyle\s*=|<style|<script(?![^>]*\ssrc\s*=)|\son[a-z]+\s*=\s*["'@]|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    /// <summary>Two words in a row between two tags, that come from no resource.</summary>
    [GeneratedRegex(@">\s*\p{L}{2,} \p{L}{2,}[^<>@{}]*<")]
    private static partial Regex Sentence();
}
