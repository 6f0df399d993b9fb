using Maillage.Data;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class BulkInsertTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Bulk_EntitiesOfEveryShape_AreReadAsTheOthers()
    {
        var full = _a.Campus(x => x.With(campus =>
        {
            campus.Presentation = new LocalizedText("Présentation", "Presentation");
            campus.HeadInstitutionUai = Uai.Parse("0440034Y");
            campus.SeatCommune = InseeCode.Parse("2A004");
            campus.SeatLatitude = 41.9;
            campus.SeatPrecision = CoordinatePrecision.CommuneCentroid;
        }));
        var bare = _a.Campus(x => x.With(campus => campus.Presentation = null));
        var period = new LabelPeriod
        {
            CampusId = full.CampusId,
            Scheme = LabelScheme.Regional,
            Category = LabelCategory.Excellence,
            Start = PartialDate.SchoolYear(2018),
            StatedEnd = new DateOnly(2020, 2, 29),
            Basis = LabelBasis.Inferred,
            Provenance = new Provenance("Arrêté", null, Confidence.C),
        };
        await _database.SaveAsync(TestData.Territories());

        await using (var db = _database.NewContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            Assert.Equal(2, await db.BulkInsertAsync([full, bare], Ct));
            Assert.Equal(1, await db.BulkInsertAsync([period], Ct));
            await transaction.CommitAsync(Ct);
        }

        await using var reading = _database.NewContext();
        var campuses = await reading.Campuses.Include(campus => campus.LabelPeriods).ToDictionaryAsync(campus => campus.CampusId, Ct);
        var (readFull, readBare) = (campuses[full.CampusId], campuses[bare.CampusId]);
        Assert.Equal(full.Presentation, readFull.Presentation);
        Assert.Equal(full.HeadInstitutionUai, readFull.HeadInstitutionUai);
        Assert.Equal(full.SeatCommune, readFull.SeatCommune);
        Assert.Equal(full.SeatLatitude, readFull.SeatLatitude);
        Assert.Equal(full.SeatPrecision, readFull.SeatPrecision);
        Assert.Equal(full.Provenance, readFull.Provenance);
        Assert.Equal(full.UpdatedAt, readFull.UpdatedAt);
        Assert.Null(readBare.Presentation);
        Assert.Null(readBare.SeatCommune);
        var readPeriod = Assert.Single(readFull.LabelPeriods);
        Assert.Equal(period.StatedEnd, readPeriod.StatedEnd);
        Assert.Equal(period.Provenance, readPeriod.Provenance);
        Assert.Equal(period.Start, readPeriod.Start);
    }

    [Fact]
    public async Task Bulk_RolledBack_LeavesNothing()
    {
        await using var db = _database.NewContext();
        await using (await db.Database.BeginTransactionAsync(Ct))
        {
            await db.BulkInsertAsync([TestData.Sector("a", "A")], Ct);
        }

        Assert.False(await db.Sectors.AnyAsync(Ct));
    }

    [Fact]
    public async Task Bulk_WithoutTransaction_IsRefused()
    {
        await using var db = _database.NewContext();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.BulkInsertAsync([_a.Organisation()], Ct));
    }

    [Fact]
    public async Task Bulk_EveryTable_HasColumnsOfTheModel()
    {
        await using var db = _database.NewContext();

        foreach (var entity in db.Model.GetEntityTypes())
        {
            var columns = BulkInsert.ColumnsOf(entity);

            Assert.Equal(columns.Count, columns.Select(column => column.Name).Distinct().Count());
            Assert.Equal(entity.GetTableMappings().Single().Table.Columns.Count(), columns.Count);
        }
    }

    [Fact]
    public async Task Bulk_ValuesAsTheDatabaseHoldsThem_AreWritten()
    {
        var organisation = _a.Organisation(x => x.InSectors());
        await using var db = _database.NewContext();
        await using (var transaction = await db.Database.BeginTransactionAsync(Ct))
        {
            await using (var insert = await BulkInsert.IntoAsync(db, db.Model.FindEntityType(typeof(Organisation))!, Ct))
            {
                var values = insert.Columns.Select(column => column.Name switch
                {
                    "organisation_id" => organisation.OrganisationId,
                    "slug" => "lycee",
                    "name" or "folded_name" or "provenance_source" => "Lycée",
                    "kind" => "lycee_pro",
                    "updated_at" => organisation.UpdatedAt,
                    "provenance_confidence" => "A",
                    "version" => 1,
                    _ => (object?)null,
                }).ToList();
                await insert.WriteAsync(values, Ct);
                await insert.CompleteAsync(Ct);
            }

            await transaction.CommitAsync(Ct);
        }

        var read = await db.Organisations.SingleAsync(Ct);
        Assert.Equal(organisation.OrganisationId, read.OrganisationId);
        Assert.Equal(OrganisationKind.LyceePro, read.Kind);
        Assert.Null(read.Siret);
    }
}
