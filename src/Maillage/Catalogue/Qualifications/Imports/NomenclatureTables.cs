using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Qualifications.Imports;

public static class NomenclatureTables
{
    extension(MaillageDb db)
    {
        public DbSet<CourseYear> CourseYears => db.Set<CourseYear>();

        public DbSet<DiplomaCode> DiplomaCodes => db.Set<DiplomaCode>();
    }
}
