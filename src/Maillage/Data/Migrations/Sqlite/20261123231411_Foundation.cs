using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "academic_regions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_academic_regions", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "data_set_loads",
                columns: table => new
                {
                    data_set_load_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    loaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    inserted = table.Column<int>(type: "INTEGER", nullable: false),
                    updated = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    vanished = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_set_loads", x => x.data_set_load_id);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departments", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "epcis",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_epcis", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "fact_reports",
                columns: table => new
                {
                    fact_report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    page = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_reports", x => x.fact_report_id);
                });

            migrationBuilder.CreateTable(
                name: "loaded_rows",
                columns: table => new
                {
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loaded_rows", x => new { x.data_set, x.key });
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    postcode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    commune_code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    commune = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    coordinate_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "published_revision",
                columns: table => new
                {
                    published_revision_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_revision", x => x.published_revision_id);
                });

            migrationBuilder.CreateTable(
                name: "sectors",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    official_page_id = table.Column<int>(type: "INTEGER", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sectors", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "academies",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    is_current = table.Column<bool>(type: "INTEGER", nullable: false),
                    departments = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_academies", x => x.code);
                    table.ForeignKey(
                        name: "fk_academies_academic_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "academic_regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "communes",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    department_code = table.Column<string>(type: "TEXT", nullable: false),
                    epci_code = table.Column<string>(type: "TEXT", nullable: true),
                    postcodes = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_communes", x => x.code);
                    table.ForeignKey(
                        name: "fk_communes_departments_department_code",
                        column: x => x.department_code,
                        principalTable: "departments",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_communes_epcis_epci_code",
                        column: x => x.epci_code,
                        principalTable: "epcis",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campuses",
                columns: table => new
                {
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    sector_code = table.Column<string>(type: "TEXT", nullable: false),
                    sector_is_official = table.Column<bool>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    successor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    excellence_claim = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    head_institution_uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    seat_commune = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    seat_latitude = table.Column<double>(type: "REAL", nullable: true),
                    seat_longitude = table.Column<double>(type: "REAL", nullable: true),
                    seat_precision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    presentation_en = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    presentation_fr = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campuses", x => x.campus_id);
                    table.ForeignKey(
                        name: "fk_campuses_campuses_successor_id",
                        column: x => x.successor_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campuses_sectors_sector_code",
                        column: x => x.sector_code,
                        principalTable: "sectors",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_sectors",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sector_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_sectors", x => new { x.organisation_id, x.sector_code });
                    table.ForeignKey(
                        name: "fk_organisation_sectors_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organisation_sectors_sectors_sector_code",
                        column: x => x.sector_code,
                        principalTable: "sectors",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campus_academies",
                columns: table => new
                {
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    academie_code = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campus_academies", x => new { x.campus_id, x.academie_code });
                    table.ForeignKey(
                        name: "fk_campus_academies_academies_academie_code",
                        column: x => x.academie_code,
                        principalTable: "academies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campus_academies_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campus_names",
                columns: table => new
                {
                    campus_name_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    short_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    from = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    until = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campus_names", x => x.campus_name_id);
                    table.ForeignKey(
                        name: "fk_campus_names_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campus_regions",
                columns: table => new
                {
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campus_regions", x => new { x.campus_id, x.region_code });
                    table.ForeignKey(
                        name: "fk_campus_regions_academic_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "academic_regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_campus_regions_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "label_periods",
                columns: table => new
                {
                    label_period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    duration_years = table.Column<int>(type: "INTEGER", nullable: true),
                    stated_end = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decision_reference = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_label_periods", x => x.label_period_id);
                    table.CheckConstraint("ck_label_periods_duration", "duration_years BETWEEN 1 AND 10");
                    table.ForeignKey(
                        name: "fk_label_periods_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    membership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    until = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.membership_id);
                    table.ForeignKey(
                        name: "fk_memberships_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_memberships_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_axes",
                columns: table => new
                {
                    work_axis_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    description_en = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    description_fr = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    provenance_as_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    provenance_confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provenance_source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    title_fr = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_axes", x => x.work_axis_id);
                    table.ForeignKey(
                        name: "fk_work_axes_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "published_revision",
                columns: new[] { "published_revision_id", "number" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_academic_regions_slug",
                table: "academic_regions",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_academies_region_code",
                table: "academies",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_campus_academies_academie_code",
                table: "campus_academies",
                column: "academie_code");

            migrationBuilder.CreateIndex(
                name: "ix_campus_names_campus_id",
                table: "campus_names",
                column: "campus_id");

            migrationBuilder.CreateIndex(
                name: "ix_campus_regions_region_code",
                table: "campus_regions",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_campuses_sector_code",
                table: "campuses",
                column: "sector_code");

            migrationBuilder.CreateIndex(
                name: "ix_campuses_slug",
                table: "campuses",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campuses_successor_id",
                table: "campuses",
                column: "successor_id");

            migrationBuilder.CreateIndex(
                name: "ix_communes_department_code",
                table: "communes",
                column: "department_code");

            migrationBuilder.CreateIndex(
                name: "ix_communes_epci_code",
                table: "communes",
                column: "epci_code");

            migrationBuilder.CreateIndex(
                name: "ix_communes_folded_name",
                table: "communes",
                column: "folded_name");

            migrationBuilder.CreateIndex(
                name: "ix_data_set_loads_data_set_loaded_at",
                table: "data_set_loads",
                columns: new[] { "data_set", "loaded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_fact_reports_sent_at",
                table: "fact_reports",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_label_periods_campus_id_scheme_category_start",
                table: "label_periods",
                columns: new[] { "campus_id", "scheme", "category", "start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_campus_id_organisation_id_role",
                table: "memberships",
                columns: new[] { "campus_id", "organisation_id", "role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_organisation_id",
                table: "memberships",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_sectors_sector_code",
                table: "organisation_sectors",
                column: "sector_code");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_folded_name",
                table: "organisations",
                column: "folded_name");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_latitude_longitude",
                table: "organisations",
                columns: new[] { "latitude", "longitude" });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_region_code",
                table: "organisations",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_siret",
                table: "organisations",
                column: "siret");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_slug",
                table: "organisations",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_uai",
                table: "organisations",
                column: "uai",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_axes_campus_id",
                table: "work_axes",
                column: "campus_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "campus_academies");

            migrationBuilder.DropTable(
                name: "campus_names");

            migrationBuilder.DropTable(
                name: "campus_regions");

            migrationBuilder.DropTable(
                name: "communes");

            migrationBuilder.DropTable(
                name: "data_set_loads");

            migrationBuilder.DropTable(
                name: "fact_reports");

            migrationBuilder.DropTable(
                name: "label_periods");

            migrationBuilder.DropTable(
                name: "loaded_rows");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "organisation_sectors");

            migrationBuilder.DropTable(
                name: "published_revision");

            migrationBuilder.DropTable(
                name: "work_axes");

            migrationBuilder.DropTable(
                name: "academies");

            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropTable(
                name: "epcis");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "campuses");

            migrationBuilder.DropTable(
                name: "academic_regions");

            migrationBuilder.DropTable(
                name: "sectors");
        }
    }
}
