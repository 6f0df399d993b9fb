namespace Maillage.Data;

/// <summary>The name of a migration, the same in both sets; its identifier begins with the second at which that set was written.</summary>
internal static class MigrationName
{
    public static string Of(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
