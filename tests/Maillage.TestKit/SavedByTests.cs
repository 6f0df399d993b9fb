using Maillage.Data;
using Maillage.Data.Audit;

namespace Maillage.TestKit;

public static class SavedByTests
{
    /// <summary>Saves what a test arranges, in the name of the product.</summary>
    public static Task<int> SaveAsync(this MaillageDb db, CancellationToken ct = default) =>
        db.SaveChangesAsync(Author.Product.Doing("test.act.arranged"), TestData.Clock(), ct);
}
