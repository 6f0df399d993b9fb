using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Maillage.Data;

public enum DatabaseEngine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Which database: a PostgreSQL connection string (it has <c>Host=</c>), else a SQLite connection string or file.
/// </summary>
public sealed record Database(DatabaseEngine Engine, string ConnectionString)
{
    private const int BusyTimeoutMilliseconds = 5_000;

    /// <exception cref="ArgumentException">The text is no connection string.</exception>
    public static Database Parse(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal))
        {
            return Sqlite(text);
        }

        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        return parts.ContainsKey("Host") || parts.ContainsKey("Server")
            ? new Database(DatabaseEngine.Postgres, new NpgsqlConnectionStringBuilder(text).ConnectionString)
            : new Database(DatabaseEngine.Sqlite, new SqliteConnectionStringBuilder(text) { ForeignKeys = true }.ConnectionString);
    }

    public static Database Sqlite(string file) => new(
        DatabaseEngine.Sqlite,
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ConnectionString);

    /// <summary>A connection, not yet open.</summary>
    public DbConnection Create() =>
        Engine == DatabaseEngine.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);

    /// <summary>A connection, not yet open, that does not create the database when it is missing.</summary>
    public DbConnection CreateToExisting() => Engine == DatabaseEngine.Sqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ConnectionString)
        : Create();

    /// <summary>An open connection, set up as every connection of the product is.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = Create();
        try
        {
            await connection.OpenAsync(ct);
            await SetUpAsync(connection, ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A context of its own, for work outside a request.</summary>
    public MaillageDb NewContext() => Engine == DatabaseEngine.Sqlite
        ? new SqliteMaillageDb(Options<SqliteMaillageDb>())
        : new PostgresMaillageDb(Options<PostgresMaillageDb>());

    internal DbContextOptions<T> Options<T>() where T : MaillageDb
    {
        var options = new DbContextOptionsBuilder<T>();
        Configure(options);
        return options.Options;
    }

    internal static async Task SetUpAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is not SqliteConnection)
        {
            return;
        }

        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = SqlitePragmas;
        await pragmas.ExecuteNonQueryAsync(ct);
    }

    // WAL is a property of the file and stays; the others belong to the connection.
    private static readonly string SqlitePragmas =
        $"PRAGMA busy_timeout={BusyTimeoutMilliseconds}; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";

    internal void Configure(DbContextOptionsBuilder options)
    {
        _ = Engine == DatabaseEngine.Sqlite
            ? options.UseSqlite(ConnectionString).AddInterceptors(SqliteSetUp.Instance)
            : options.UseNpgsql(ConnectionString);
        options.UseSnakeCaseNamingConvention();
        // Some is enough where a count up to a bound is asked: an order would have everything read.
        options.ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning).Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }

    private sealed class SqliteSetUp : DbConnectionInterceptor
    {
        public static readonly SqliteSetUp Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = SqlitePragmas;
            pragmas.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            SetUpAsync(connection, cancellationToken);
    }
}

public static class DatabaseRegistration
{
    /// <summary>Registers the context of the engine, to be asked for as <see cref="MaillageDb"/>.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, Database database)
    {
        services.AddSingleton(database).AddSingleton<RevisionReader>().AddSingleton<LoadedDigests>();
        return database.Engine == DatabaseEngine.Sqlite
            ? services.AddContext<SqliteMaillageDb>(database)
            : services.AddContext<PostgresMaillageDb>(database);
    }

    private static IServiceCollection AddContext<T>(this IServiceCollection services, Database database) where T : MaillageDb =>
        services.AddDbContextPool<T>(database.Configure)
            .AddScoped<MaillageDb>(provider => provider.GetRequiredService<T>());
}
