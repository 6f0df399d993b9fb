using Maillage.Data;

namespace Maillage.Web.Hosting;

/// <summary>
/// Where the product listens and keeps its things: <c>--urls</c>, <c>--state</c>, <c>--database</c>, each also as
/// <c>MAILLAGE_URLS</c>, <c>MAILLAGE_STATE</c>, <c>MAILLAGE_DATABASE</c>.
/// </summary>
public sealed record HostSettings
{
    public const string DefaultUrls = "http://localhost:5080";

    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Absolute path of the state folder: database, files, keys.</summary>
    public required string State { get; init; }

    public required Database Database { get; init; }

    public static HostSettings Read(IReadOnlyList<string> args)
    {
        var state = Path.GetFullPath(Option(args, "state") ?? "var");
        var database = Option(args, "database");
        return new HostSettings
        {
            Urls = Option(args, "urls") ?? DefaultUrls,
            State = state,
            Database = database is null ? Database.Sqlite(Path.Combine(state, "maillage.db")) : Database.Parse(database),
        };
    }

    private static string? Option(IReadOnlyList<string> args, string name)
    {
        if (args.FirstOrDefault(word => word.StartsWith($"--{name}=", StringComparison.Ordinal)) is { } joined)
        {
            return joined[(name.Length + 3)..];
        }

        for (var index = 0; index < args.Count - 1; index++)
        {
            if (string.Equals(args[index], $"--{name}", StringComparison.Ordinal))
            {
                return args[index + 1];
            }
        }

        return Environment.GetEnvironmentVariable($"MAILLAGE_{name.ToUpperInvariant()}") is { Length: > 0 } value ? value : null;
    }
}
