using System.Text.RegularExpressions;
using Maillage.TestKit;
using Maillage.Web.Verbs;
using Xunit;

namespace Maillage.Web.Tests.Architecture;

/// <summary>What the documents name exists: files, folders, commands.</summary>
public sealed partial class DocumentTests
{
    // Made by a build: there or not, it is no mistake to name it.
    private static readonly string[] Built = ["data/prepared", "src/Maillage.Web/wwwroot/assets"];

    private static readonly string[] Roots = ["src/", "tests/", "docs/", "data/", "scripts/", ".ci/"];

    private static readonly string[] Folders = ["src/Maillage", "src/Maillage.Web", "tests"];

    private static readonly HashSet<string> FileNames = [.. Roots.SelectMany(root => Product.Sources(root, "")).Select(file => Path.GetFileName(file.Path))];

    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md").Select(file => Path.GetFileName(file)),
        // The texts of Content are pages: their links are those of the site.
        .. Roots.SelectMany(root => Product.Sources(root, ".md")).Select(file => file.Path).Where(path => !path.Contains("/Content/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_OfADocument_LeadsToAFile(string document)
    {
        var folder = Path.GetDirectoryName(document)!;

        Product.None(Links().Matches(Read(document)).Select(match => match.Groups["path"].Value)
            .Where(path => !path.Contains(':', StringComparison.Ordinal) && !Exists(Path.Combine(folder, path))));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Path_NamedInADocument_Exists(string document) =>
        Product.None(Quoted(document).Where(text => Array.Exists(Roots, root => text.StartsWith(root, StringComparison.Ordinal)))
            .Where(path => !Open().IsMatch(path) && !Array.Exists(Built, built => path.StartsWith(built, StringComparison.Ordinal)))
            .Where(path => !Exists(path)));

    [Fact]
    public void File_NamedByTheArchitecture_Exists() =>
        Product.None(Quoted("ARCHITECTURE.md").Where(text => FileName().IsMatch(text) && !FileNames.Contains(text) && !Exists(text)));

    [Fact]
    public void Tree_OfTheArchitecture_IsThatOfTheRepository()
    {
        var tree = Tree();
        var folders = Folders.SelectMany(folder => Directory.GetDirectories(Path.Combine(Repository.Root, folder)))
            .Select(folder => Path.GetRelativePath(Repository.Root, folder))
            .Where(folder => Product.Sources(folder, "").Any());

        Product.None(tree.Where(path => !Exists(path)).Concat(folders.Except(tree, StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Command_NamedInADocument_IsUnderstood(string document)
    {
        var commands = Quoted(document).Concat(Read(document).Split('\n')).Where(line => Command().IsMatch(line)).ToList();

        Product.None(commands.Where(command => !IsUnderstood(command)));
    }

    private static bool IsUnderstood(string command)
    {
        string[] words = [.. Words().Matches(command.Split(" #")[0]).Select(match => match.Value.Trim('"'))];
        return Exists(words[0]) && (words[0] != "./run" || !CommandLine.Parse(words[1..], _ => null).Failed);
    }

    /// <summary>Paths of the tree that is drawn first, each line under the folder that it is indented below.</summary>
    private static List<string> Tree()
    {
        var parents = new Stack<string>([""]);
        var paths = new List<string>();
        foreach (var line in Read("ARCHITECTURE.md").Split("```")[1].Trim('\n').Split('\n'))
        {
            var depth = (line.Length - line.TrimStart().Length) / 2;
            while (parents.Count > depth + 1)
            {
                parents.Pop();
            }

            var path = Path.Combine(parents.Peek(), line.Trim().Split(' ')[0].TrimEnd('/'));
            parents.Push(path);
            paths.Add(path);
        }

        return paths;
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    private static IEnumerable<string> Quoted(string document) => Quotes().Matches(Read(document)).Select(match => match.Groups["text"].Value);

    private static bool Exists(string path) => Path.Exists(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+)")]
    private static partial Regex Links();

    [GeneratedRegex("`(?<text>[^`\n]+)`")]
    private static partial Regex Quotes();

    /// <summary>What stands for something else, or goes on.</summary>
    [GeneratedRegex("[ <>…*{]")]
    private static partial Regex Open();

    [GeneratedRegex(@"^[\w.]+\.(cs|cshtml|resx|csv|json|txt|svg)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(\./|scripts/)[a-z]+( |$)")]
    private static partial Regex Command();

    [GeneratedRegex("""("[^"]*"|\S)+""")]
    private static partial Regex Words();
}
