using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OccupationDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "onisep_further_studies",
                columns: table => new
                {
                    training_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_onisep_further_studies", x => new { x.training_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "onisep_occupations",
                columns: table => new
                {
                    onisep_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    rome_codes = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    introduction = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    work = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    conditions = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    skills = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    access = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    career = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_onisep_occupations", x => x.onisep_id);
                });

            migrationBuilder.CreateTable(
                name: "onisep_training_occupations",
                columns: table => new
                {
                    training_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    occupation_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_onisep_training_occupations", x => new { x.training_id, x.occupation_id });
                });

            migrationBuilder.CreateTable(
                name: "onisep_trainings",
                columns: table => new
                {
                    onisep_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    cfd = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    duration = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    description = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    access = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    further_study = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    expectations = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_onisep_trainings", x => x.onisep_id);
                });

            migrationBuilder.CreateTable(
                name: "rome_appellations",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    is_rare = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_appellations", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "rome_domains",
                columns: table => new
                {
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    great_domain = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_domains", x => x.rome);
                });

            migrationBuilder.CreateTable(
                name: "rome_groupings",
                columns: table => new
                {
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_main = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_groupings", x => new { x.rome, x.data_set, x.code });
                });

            migrationBuilder.CreateTable(
                name: "rome_interests",
                columns: table => new
                {
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    major = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    minor = table.Column<string>(type: "TEXT", maxLength: 1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_interests", x => x.rome);
                });

            migrationBuilder.CreateTable(
                name: "rome_item_links",
                columns: table => new
                {
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    weight = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_item_links", x => new { x.rome, x.code });
                });

            migrationBuilder.CreateTable(
                name: "rome_items",
                columns: table => new
                {
                    data_set = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_items", x => new { x.data_set, x.code });
                });

            migrationBuilder.CreateTable(
                name: "rome_mobilities",
                columns: table => new
                {
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    target_rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_mobilities", x => new { x.rome, x.target_rome });
                });

            migrationBuilder.CreateTable(
                name: "rome_occupations",
                columns: table => new
                {
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    parent_rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    ecological = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    is_digital = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_demographic = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_regulated = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_executive = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_occupations", x => x.rome);
                });

            migrationBuilder.CreateTable(
                name: "rome_texts",
                columns: table => new
                {
                    rome = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rome_texts", x => new { x.rome, x.kind, x.position });
                });

            migrationBuilder.CreateTable(
                name: "training_groups",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    cfd = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_groups", x => new { x.code, x.cfd });
                });

            migrationBuilder.CreateIndex(
                name: "ix_onisep_trainings_cfd",
                table: "onisep_trainings",
                column: "cfd");

            migrationBuilder.CreateIndex(
                name: "ix_rome_appellations_rome",
                table: "rome_appellations",
                column: "rome");

            migrationBuilder.CreateIndex(
                name: "ix_rome_items_code",
                table: "rome_items",
                column: "code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "onisep_further_studies");

            migrationBuilder.DropTable(
                name: "onisep_occupations");

            migrationBuilder.DropTable(
                name: "onisep_training_occupations");

            migrationBuilder.DropTable(
                name: "onisep_trainings");

            migrationBuilder.DropTable(
                name: "rome_appellations");

            migrationBuilder.DropTable(
                name: "rome_domains");

            migrationBuilder.DropTable(
                name: "rome_groupings");

            migrationBuilder.DropTable(
                name: "rome_interests");

            migrationBuilder.DropTable(
                name: "rome_item_links");

            migrationBuilder.DropTable(
                name: "rome_items");

            migrationBuilder.DropTable(
                name: "rome_mobilities");

            migrationBuilder.DropTable(
                name: "rome_occupations");

            migrationBuilder.DropTable(
                name: "rome_texts");

            migrationBuilder.DropTable(
                name: "training_groups");
        }
    }
}
