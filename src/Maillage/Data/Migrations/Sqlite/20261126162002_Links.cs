using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "answer",
                table: "fact_reports",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "answered_at",
                table: "fact_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scope_key",
                table: "fact_reports",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "scope_kind",
                table: "fact_reports",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "national");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "fact_reports",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "waiting");

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    api_key_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    permission = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.api_key_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fact_reports_state_scope_key",
                table: "fact_reports",
                columns: new[] { "state", "scope_key" });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_digest",
                table: "api_keys",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_scope_kind_scope_key",
                table: "api_keys",
                columns: new[] { "scope_kind", "scope_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropIndex(
                name: "ix_fact_reports_state_scope_key",
                table: "fact_reports");

            migrationBuilder.DropColumn(
                name: "answer",
                table: "fact_reports");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "fact_reports");

            migrationBuilder.DropColumn(
                name: "scope_key",
                table: "fact_reports");

            migrationBuilder.DropColumn(
                name: "scope_kind",
                table: "fact_reports");

            migrationBuilder.DropColumn(
                name: "state",
                table: "fact_reports");
        }
    }
}
