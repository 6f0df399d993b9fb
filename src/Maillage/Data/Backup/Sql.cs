namespace Maillage.Data.Backup;

/// <summary>Names of tables and columns, written so that both engines read them as they are.</summary>
internal static class Sql
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));
}
