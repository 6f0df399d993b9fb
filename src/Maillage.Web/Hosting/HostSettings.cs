using Maillage.Data;

namespace Maillage.Web.Hosting;

/// <summary>
/// Where the product listens and keeps its things: <c>--urls</c>, <c>--state</c>, <c>--database</c>, each also as
/// <c>MAILLAGE_URLS</c>, <c>MAILLAGE_STATE</c>, <c>MAILLAGE_DATABASE</c>.
/// </summary>
public sealed record HostSettings
{
    public const string DefaultUrls = "http://localhost:5080";
    private const string DefaultState = "var";
    private const string DatabaseFile = "maillage.db";

    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Absolute path of the state folder: database, files, keys.</summary>
    public required string State { get; init; }

    public required Database Database { get; init; }

    /// <exception cref="ArgumentException">The connection string is none.</exception>
    public static HostSettings Of(string urls, string? state, string? database)
    {
        var folder = Path.GetFullPath(state ?? DefaultState);
        return new HostSettings
        {
            Urls = urls,
            State = folder,
            Database = database is null ? Database.Sqlite(Path.Combine(folder, DatabaseFile)) : Database.Parse(database),
        };
    }
}
