using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Imports;

public static class OrganisationImportTables
{
    extension(MaillageDb db)
    {
        public DbSet<OrganisationOrigin> OrganisationOrigins => db.Set<OrganisationOrigin>();

        public DbSet<ImportProposal> ImportProposals => db.Set<ImportProposal>();
    }
}
