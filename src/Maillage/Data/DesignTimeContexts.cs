using Microsoft.EntityFrameworkCore.Design;

namespace Maillage.Data;

/// <summary>Builds each context as the product does, for <c>scripts/migration</c> and for the drift test; opens no connection.</summary>
public sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SqliteMaillageDb>, IDesignTimeDbContextFactory<PostgresMaillageDb>
{
    SqliteMaillageDb IDesignTimeDbContextFactory<SqliteMaillageDb>.CreateDbContext(string[] args) =>
        new(Database.Sqlite(":memory:").Options<SqliteMaillageDb>());

    PostgresMaillageDb IDesignTimeDbContextFactory<PostgresMaillageDb>.CreateDbContext(string[] args) =>
        new(Database.Parse("Host=localhost;Database=maillage").Options<PostgresMaillageDb>());
}
