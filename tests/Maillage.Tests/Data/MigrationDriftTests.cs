using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class MigrationDriftTests
{
    [Fact]
    public void Model_OnSqlite_HasNoChangeWithoutMigration()
    {
        using var db = ((IDesignTimeDbContextFactory<SqliteMaillageDb>)new DesignTimeContexts()).CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Model_OnPostgres_HasNoChangeWithoutMigration()
    {
        using var db = ((IDesignTimeDbContextFactory<PostgresMaillageDb>)new DesignTimeContexts()).CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_OnBothEngines_BearTheSameNames()
    {
        using var sqlite = ((IDesignTimeDbContextFactory<SqliteMaillageDb>)new DesignTimeContexts()).CreateDbContext([]);
        using var postgres = ((IDesignTimeDbContextFactory<PostgresMaillageDb>)new DesignTimeContexts()).CreateDbContext([]);

        Assert.Equal(sqlite.Database.GetMigrations().Select(Name), postgres.Database.GetMigrations().Select(Name));
    }

    // The two sets are written one after the other, a few seconds apart.
    private static string Name(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
