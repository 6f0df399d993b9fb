using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Maillage.Data;

/// <summary>Builds each context as the product does, for <c>scripts/migration</c> and for the drift test; opens no connection.</summary>
public sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SqliteMaillageDb>, IDesignTimeDbContextFactory<PostgresMaillageDb>
{
    SqliteMaillageDb IDesignTimeDbContextFactory<SqliteMaillageDb>.CreateDbContext(string[] args) =>
        new(Options<SqliteMaillageDb>(Database.Sqlite(":memory:")));

    PostgresMaillageDb IDesignTimeDbContextFactory<PostgresMaillageDb>.CreateDbContext(string[] args) =>
        new(Options<PostgresMaillageDb>(Database.Parse("Host=localhost;Database=maillage")));

    private static DbContextOptions<T> Options<T>(Database database) where T : MaillageDb
    {
        var options = new DbContextOptionsBuilder<T>();
        database.Configure(options);
        return options.Options;
    }
}
