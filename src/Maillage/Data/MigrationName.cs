using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Maillage.Data;

/// <summary>The name of a migration, the same in both sets; its identifier begins with the second at which that set was written.</summary>
internal static class MigrationName
{
    public static string Of(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>Identifier of the last migration of an engine's set, which is that of the present model.</summary>
    public static string Last(DatabaseEngine engine)
    {
        var context = engine == DatabaseEngine.Sqlite ? typeof(SqliteMaillageDb) : typeof(PostgresMaillageDb);
        return typeof(MigrationName).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)
            .Max(StringComparer.Ordinal)!;
    }
}
