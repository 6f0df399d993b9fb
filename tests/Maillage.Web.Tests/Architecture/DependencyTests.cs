using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using NetArchTest.Rules;
using Xunit;

namespace Maillage.Web.Tests.Architecture;

public sealed class DependencyTests
{
    /// <summary>Which module may use which; this table is the only place that says it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Shared"] = [],
        ["Data"] = ["Shared"],
        ["Files"] = ["Shared", "Data"],
        ["Messages"] = ["Shared", "Data"],
        ["Access"] = ["Shared", "Data", "Messages"],
        ["OpenData"] = ["Shared", "Data"],
        ["Search"] = ["Shared", "Data"],
        ["Network"] = ["Shared", "Data", "Messages", "Access", "OpenData", "Search"],
        ["Publishing"] = ["Shared", "Data", "Files", "Messages", "Access", "OpenData", "Search", "Network"],
        ["Steering"] = ["Shared", "Data", "Files", "Messages", "Access", "OpenData", "Search", "Network"],
        ["Catalogue"] = ["Shared", "Data", "Messages", "Access", "OpenData", "Search", "Network"],
        ["Labels"] = ["Shared", "Data", "Messages", "Access", "OpenData", "Search", "Network", "Catalogue"],
        ["Needs"] = ["Shared", "Data", "Messages", "Access", "OpenData", "Search", "Network", "Catalogue"],
        ["Projects"] = ["Shared", "Data", "Messages", "Access", "OpenData", "Search", "Network", "Catalogue"],
        ["Mobility"] = ["Shared", "Data", "Messages", "Access", "OpenData", "Search", "Network", "Catalogue"],
        ["Placements"] = ["Shared", "Data", "Messages", "Access", "OpenData", "Search", "Network", "Catalogue", "Needs"],
        ["Outcomes"] =
        [
            "Shared", "Data", "Messages", "Access", "OpenData", "Search", "Network", "Publishing", "Steering", "Catalogue", "Labels", "Needs", "Projects",
            "Mobility", "Placements",
        ],
    };

    public static TheoryData<string> Modules => [.. Product.Modules];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Module_OfTheLibrary_UsesOnlyThoseItMay(string module)
    {
        Assert.True(Allowed.TryGetValue(module, out var allowed), $"'{module}' is not in the table.");
        var others = Product.Modules.Except([module, .. allowed], StringComparer.Ordinal).Select(other => $"Maillage.{other}").ToArray();

        var result = Types.InAssembly(Product.Library).That().ResideInNamespace($"Maillage.{module}")
            .ShouldNot().HaveDependencyOnAny(others).GetResult();

        Assert.True(others.Length == 0 || result.IsSuccessful, $"{module} uses what it may not in {string.Join(", ", result.FailingTypeNames ?? [])}.");
    }

    [Fact]
    public void Table_OfModules_HasNoCycle()
    {
        var settled = new HashSet<string>(StringComparer.Ordinal);
        while (Allowed.FirstOrDefault(row => !settled.Contains(row.Key) && row.Value.All(settled.Contains)) is { Key: { } module })
        {
            settled.Add(module);
        }

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), settled.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Allowed, row => row.Value.Contains("Outcomes", StringComparer.Ordinal));
    }

    [Fact]
    public void Library_Compiled_ReferencesNoAspNet() =>
        Assert.DoesNotContain(Product.Library.GetReferencedAssemblies(), reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Entities_OfTwoModules_AreJoinedByIdentifiersAlone()
    {
        using var db = Database.Sqlite(":memory:").NewContext();

        var across = db.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetNavigations())
            .Where(navigation => Product.ModuleOf(navigation.DeclaringEntityType.ClrType) != Product.ModuleOf(navigation.TargetEntityType.ClrType));

        Product.None(across.Select(navigation => $"{navigation.DeclaringEntityType.ClrType.Name}.{navigation.Name}"));
    }

    [Fact]
    public void Things_OfACampus_AreFoundInTheAuditByItsTeam()
    {
        using var db = Database.Sqlite(":memory:").NewContext();

        var lost = db.Model.GetEntityTypes()
            .Where(entity => entity.FindProperty("CampusId") is not null && entity.FindAnnotation("Maillage:OwnTrace") is null && entity.FindAnnotation("Maillage:Within") is null);

        Product.None(lost.Select(entity => $"{entity.ClrType.Name} does not say LiesWithin"));
    }
}
