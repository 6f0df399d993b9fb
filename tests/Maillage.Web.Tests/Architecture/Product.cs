using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Maillage.Data;
using Maillage.TestKit;
using Maillage.Web.Hosting;
using Xunit;

namespace Maillage.Web.Tests.Architecture;

/// <summary>The product as the tests of its own form see it: assemblies, types, source files.</summary>
internal static partial class Product
{
    private const string Root = "Maillage";

    public static readonly Assembly Library = typeof(MaillageDb).Assembly;

    public static readonly Assembly Web = typeof(MaillageHost).Assembly;

    /// <summary>Types that someone wrote, nested ones left out.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsNested: false, Namespace: { } space } && (space == Root || space.StartsWith(Root + ".", StringComparison.Ordinal)))
        .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<') && !IsMigration(type));

    /// <summary>Modules of the library, as its folders name them.</summary>
    public static IReadOnlyList<string> Modules { get; } =
        [.. WrittenTypes(Library).Select(ModuleOf).Where(module => module.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Entities of the model, with their values kept apart (complex types).</summary>
    public static IReadOnlySet<Type> Entities { get; } = ReadEntities();

    public static string ModuleOf(Type type) => type.Namespace!.Split('.').ElementAtOrDefault(1) ?? "";

    /// <summary>Files of the sources with one of these endings, by their path in the repository, without what is built.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder, params string[] endings) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)) && !Built().IsMatch(path)
        select (path, File.ReadAllText(file));

    /// <summary>Fails with the whole list of what breaks a rule.</summary>
    public static void None(IEnumerable<string?> offenders)
    {
        var list = offenders.ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }

    private static bool IsMigration(Type type) => type.Namespace!.StartsWith("Maillage.Data.Migrations", StringComparison.Ordinal);

    private static HashSet<Type> ReadEntities()
    {
        using var db = Database.Sqlite(":memory:").NewContext();
        return [.. db.Model.GetEntityTypes().Select(entity => entity.ClrType)];
    }

    [GeneratedRegex("(^|/)(node_modules|obj|bin|artifacts|wwwroot/assets|Migrations)/")]
    private static partial Regex Built();
}
