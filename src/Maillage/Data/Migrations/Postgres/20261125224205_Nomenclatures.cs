using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Nomenclatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "certified_diplomas",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    formacode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    rome_codes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    nsf = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    certifier = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    modes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    onisep_id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certified_diplomas", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "common_first_years",
                columns: table => new
                {
                    data_set = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    common_cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    speciality_cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    family = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    speciality = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_common_first_years", x => new { x.data_set, x.common_cfd, x.speciality_cfd });
                });

            migrationBuilder.CreateTable(
                name: "course_years",
                columns: table => new
                {
                    mef = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    mef_stat = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    duration = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_years", x => x.mef);
                });

            migrationBuilder.CreateTable(
                name: "diploma_codes",
                columns: table => new
                {
                    data_set = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    level_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: true),
                    nsf = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    name = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diploma_codes", x => new { x.data_set, x.cfd });
                });

            migrationBuilder.CreateTable(
                name: "diploma_levels",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diploma_levels", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "diploma_renewals",
                columns: table => new
                {
                    former_cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    new_cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diploma_renewals", x => new { x.former_cfd, x.new_cfd });
                });

            migrationBuilder.CreateTable(
                name: "diploma_sheets",
                columns: table => new
                {
                    cfd = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    level = table.Column<int>(type: "integer", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    is_open_to_apprentices = table.Column<bool>(type: "boolean", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    awarded_until = table.Column<DateOnly>(type: "date", nullable: true),
                    former_rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    new_rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diploma_sheets", x => new { x.cfd, x.rncp });
                });

            migrationBuilder.CreateTable(
                name: "formacodes",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_formacodes", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "rncp_access",
                columns: table => new
                {
                    rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rncp_access", x => new { x.rncp, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "rncp_occupations",
                columns: table => new
                {
                    rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    rome = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rncp_occupations", x => new { x.rncp, x.rome });
                });

            migrationBuilder.CreateTable(
                name: "rncp_sheets",
                columns: table => new
                {
                    rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    former_rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    new_rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rncp_sheets", x => x.rncp);
                });

            migrationBuilder.CreateTable(
                name: "rncp_specialities",
                columns: table => new
                {
                    rncp = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    nsf = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rncp_specialities", x => new { x.rncp, x.nsf });
                });

            migrationBuilder.CreateTable(
                name: "speciality_domains",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_speciality_domains", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "speciality_groups",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    domain_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_speciality_groups", x => x.code);
                });

            migrationBuilder.InsertData(
                table: "published_revision",
                columns: new[] { "published_revision_id", "number" },
                values: new object[] { 2, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_certified_diplomas_cfd",
                table: "certified_diplomas",
                column: "cfd");

            migrationBuilder.CreateIndex(
                name: "ix_course_years_mef_stat",
                table: "course_years",
                column: "mef_stat");

            migrationBuilder.CreateIndex(
                name: "ix_diploma_codes_cfd",
                table: "diploma_codes",
                column: "cfd");

            migrationBuilder.CreateIndex(
                name: "ix_diploma_sheets_rncp",
                table: "diploma_sheets",
                column: "rncp");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certified_diplomas");

            migrationBuilder.DropTable(
                name: "common_first_years");

            migrationBuilder.DropTable(
                name: "course_years");

            migrationBuilder.DropTable(
                name: "diploma_codes");

            migrationBuilder.DropTable(
                name: "diploma_levels");

            migrationBuilder.DropTable(
                name: "diploma_renewals");

            migrationBuilder.DropTable(
                name: "diploma_sheets");

            migrationBuilder.DropTable(
                name: "formacodes");

            migrationBuilder.DropTable(
                name: "rncp_access");

            migrationBuilder.DropTable(
                name: "rncp_occupations");

            migrationBuilder.DropTable(
                name: "rncp_sheets");

            migrationBuilder.DropTable(
                name: "rncp_specialities");

            migrationBuilder.DropTable(
                name: "speciality_domains");

            migrationBuilder.DropTable(
                name: "speciality_groups");

            migrationBuilder.DeleteData(
                table: "published_revision",
                keyColumn: "published_revision_id",
                keyValue: 2);
        }
    }
}
