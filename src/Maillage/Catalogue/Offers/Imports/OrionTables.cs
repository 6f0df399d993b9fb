using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Offers.Imports;

public static class OrionTables
{
    extension(MaillageDb db)
    {
        public DbSet<PupilCount> PupilCounts => db.Set<PupilCount>();

        public DbSet<SchoolPlaces> SchoolPlaces => db.Set<SchoolPlaces>();

        public DbSet<BtsPlaces> BtsPlaces => db.Set<BtsPlaces>();
    }
}
