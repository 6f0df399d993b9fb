using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bts_places",
                columns: table => new
                {
                    school_year = table.Column<int>(type: "INTEGER", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    mef_stat = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    confirmed_wishes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bts_places", x => new { x.school_year, x.uai, x.mef_stat, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "campus_offer_choices",
                columns: table => new
                {
                    campus_slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    qualification_slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campus_offer_choices", x => new { x.campus_slug, x.qualification_slug });
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    import_run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    mapping_version = table.Column<int>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    vintage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    scope = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    inserted = table.Column<int>(type: "INTEGER", nullable: false),
                    updated = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    vanished = table.Column<int>(type: "INTEGER", nullable: false),
                    refusal = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    reject_file = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_runs", x => x.import_run_id);
                });

            migrationBuilder.CreateTable(
                name: "occupations",
                columns: table => new
                {
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    rome4label = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    domain = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occupations", x => x.rome);
                });

            migrationBuilder.CreateTable(
                name: "pathway_links",
                columns: table => new
                {
                    from_slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    to_slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    licence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pathway_links", x => new { x.from_slug, x.to_slug });
                });

            migrationBuilder.CreateTable(
                name: "pupil_counts",
                columns: table => new
                {
                    school_year = table.Column<int>(type: "INTEGER", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    mef_stat = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    enrolled = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pupil_counts", x => new { x.school_year, x.uai, x.mef_stat });
                });

            migrationBuilder.CreateTable(
                name: "qualifications",
                columns: table => new
                {
                    slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    diploma_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    cfd = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    rncp = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    mef_stat11 = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    nsf = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    rome_codes = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    sector_codes = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    campus_slugs = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_qualifications", x => x.slug);
                });

            migrationBuilder.CreateTable(
                name: "school_places",
                columns: table => new
                {
                    school_year = table.Column<int>(type: "INTEGER", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    mef_stat = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    first_wishes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_places", x => new { x.school_year, x.uai, x.mef_stat, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "training_offers",
                columns: table => new
                {
                    training_offer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    qualification_slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    school_year = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    enrolled = table.Column<int>(type: "INTEGER", nullable: true),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_offers", x => x.training_offer_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bts_places_mef_stat",
                table: "bts_places",
                column: "mef_stat");

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_data_set_started_at",
                table: "import_runs",
                columns: new[] { "data_set", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_started_at",
                table: "import_runs",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_pupil_counts_mef_stat",
                table: "pupil_counts",
                column: "mef_stat");

            migrationBuilder.CreateIndex(
                name: "ix_qualifications_cfd",
                table: "qualifications",
                column: "cfd",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_school_places_mef_stat",
                table: "school_places",
                column: "mef_stat");

            migrationBuilder.CreateIndex(
                name: "ix_training_offers_organisation_slug_qualification_slug_mode_school_year",
                table: "training_offers",
                columns: new[] { "organisation_slug", "qualification_slug", "mode", "school_year" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bts_places");

            migrationBuilder.DropTable(
                name: "campus_offer_choices");

            migrationBuilder.DropTable(
                name: "import_runs");

            migrationBuilder.DropTable(
                name: "occupations");

            migrationBuilder.DropTable(
                name: "pathway_links");

            migrationBuilder.DropTable(
                name: "pupil_counts");

            migrationBuilder.DropTable(
                name: "qualifications");

            migrationBuilder.DropTable(
                name: "school_places");

            migrationBuilder.DropTable(
                name: "training_offers");
        }
    }
}
