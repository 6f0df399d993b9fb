using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublishedOrganisations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "import_proposals",
                columns: table => new
                {
                    import_proposal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    present = table.Column<string>(type: "TEXT", maxLength: 700, nullable: true),
                    proposed = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_proposals", x => x.import_proposal_id);
                    table.ForeignKey(
                        name: "fk_import_proposals_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation_origins",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    is_imported = table.Column<bool>(type: "INTEGER", nullable: false),
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_origins", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_organisation_origins_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "published_organisations",
                columns: table => new
                {
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    postcode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    commune_code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    commune = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_organisations", x => new { x.data_set, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_proposals_organisation_id_field",
                table: "import_proposals",
                columns: new[] { "organisation_id", "field" },
                unique: true,
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_import_proposals_state_proposed_at",
                table: "import_proposals",
                columns: new[] { "state", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_origins_key",
                table: "organisation_origins",
                column: "key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_proposals");

            migrationBuilder.DropTable(
                name: "organisation_origins");

            migrationBuilder.DropTable(
                name: "published_organisations");
        }
    }
}
