using Maillage.Access;
using Maillage.Catalogue;
using Maillage.Data;
using Maillage.Files;
using Maillage.Messages;
using Maillage.Network;
using Maillage.Publishing;
using Maillage.Shared;
using Maillage.Steering;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.TestKit;

/// <summary>
/// A migrated, empty database that one test or test class owns: a SQLite file, or a PostgreSQL database when the
/// environment variable <c>MAILLAGE_TEST_DATABASE</c> holds the connection string of a server.
/// Created by <see cref="CreateAsync"/>, or taken as an <c>IClassFixture</c>.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private const string Variable = "MAILLAGE_TEST_DATABASE";

    private static readonly ITemplateDatabase Template = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? new PostgresTemplate(server)
        : new SqliteTemplate();

    private Database? _database;

    public Database Database => _database ?? throw new InvalidOperationException("Initialise the database first.");

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        return database;
    }

    public async ValueTask InitializeAsync() => _database = await Template.CloneAsync();

    public MaillageDb NewContext() => Database.NewContext();

    /// <summary>The operations and queries of the product on this database, as the host registers them.</summary>
    public ServiceProvider NewServices(TimeProvider? clock = null) => new ServiceCollection()
        .AddSingleton(clock ?? TestData.Clock())
        .AddSingleton<ISecretKeeper, PlainSecrets>()
        .AddDatabase(Database)
        .AddFiles()
        .AddMessages()
        .AddAccess()
        .AddNetwork()
        .AddCatalogue()
        .AddPublishing()
        .AddSteering()
        .BuildServiceProvider();

    /// <summary>Saves entities in one transaction, through a context of their own.</summary>
    public async Task SaveAsync(params IEnumerable<object> entities)
    {
        await using var db = NewContext();
        db.AddRange(entities);
        await db.SaveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is { } database)
        {
            _database = null;
            await Template.DropAsync(database);
        }
    }
}

/// <summary>A database migrated once per process, from which each test takes a copy.</summary>
internal interface ITemplateDatabase
{
    Task<Database> CloneAsync();

    Task DropAsync(Database database);
}
