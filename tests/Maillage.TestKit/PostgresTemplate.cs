using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Maillage.TestKit;

/// <summary>One migrated PostgreSQL database of this process; a copy is made by the server from that template.</summary>
internal sealed class PostgresTemplate : ITemplateDatabase
{
    private static readonly SemaphoreSlim Copying = new(1, 1);

    private readonly string _server;
    private readonly string _name = $"maillage_test_{Guid.CreateVersion7():n}";
    private readonly Lazy<Task> _template;

    public PostgresTemplate(string server)
    {
        _server = server;
        _template = new(MigrateAsync);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropTemplate();
    }

    public async Task<Database> CloneAsync()
    {
        await _template.Value;
        var name = $"maillage_test_{Guid.CreateVersion7():n}";
        // The server refuses to copy a template that another session is copying.
        await Copying.WaitAsync();
        try
        {
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {_name}");
        }
        finally
        {
            Copying.Release();
        }

        return Named(name);
    }

    public async Task DropAsync(Database database)
    {
        await using (var connection = (NpgsqlConnection)database.Create())
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await OnServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database.ConnectionString).Database} WITH (FORCE)");
    }

    private async Task MigrateAsync()
    {
        await OnServerAsync($"CREATE DATABASE {_name}");
        var database = Named(_name);
        await using (var db = database.NewContext())
        {
            await db.Database.MigrateAsync();
        }

        await using var connection = (NpgsqlConnection)database.Create();
        NpgsqlConnection.ClearPool(connection);
    }

    private Database Named(string name) =>
        Database.Parse(new NpgsqlConnectionStringBuilder(_server) { Database = name, MaxPoolSize = 20 }.ConnectionString);

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private void DropTemplate()
    {
        if (_template.IsValueCreated)
        {
            using var connection = new NpgsqlConnection(_server);
            connection.Open();
            using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", connection);
            command.ExecuteNonQuery();
        }
    }
}
