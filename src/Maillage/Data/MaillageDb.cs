using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.Data;

/// <summary>
/// The one model. It names no module: each declares its tables beside its entities. Two thin contexts give it a database
/// engine and a migration set.
/// </summary>
public abstract class MaillageDb(DbContextOptions options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(PartialDate.MaxLength);
        conventions.Properties<Uai>().HaveConversion<UaiConverter>().HaveMaxLength(Uai.Length);
        conventions.Properties<Siren>().HaveConversion<SirenConverter>().HaveMaxLength(Siren.Length);
        conventions.Properties<Siret>().HaveConversion<SiretConverter>().HaveMaxLength(Siret.Length);
        conventions.Properties<InseeCode>().HaveConversion<InseeCodeConverter>().HaveMaxLength(InseeCode.Length);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(MaillageDb).Assembly);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(AllProperties))
        {
            EnumCodeConverter.Apply(property);
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        this.RefuseUntraced();
        this.BumpVersions();
        return SaveAndPublishAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Call SaveChangesAsync: a request never blocks a thread on the database.");

    private async Task<int> SaveAndPublishAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (!this.HasPublishedChanges())
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        // The revision moves in the same transaction as what it announces, so that no node can see one without the other.
        await using var transaction = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        await this.BumpRevisionAsync(cancellationToken);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return count;
    }

    private static IEnumerable<IMutableProperty> AllProperties(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(property => AllProperties(property.ComplexType)));
}

/// <summary>The model on SQLite, the default.</summary>
public sealed class SqliteMaillageDb(DbContextOptions<SqliteMaillageDb> options) : MaillageDb(options);

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresMaillageDb(DbContextOptions<PostgresMaillageDb> options) : MaillageDb(options);
