using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Guardians : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "guardian_agreement_id",
                table: "invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "role_starts_on",
                table: "invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "guardian_agreements",
                columns: table => new
                {
                    guardian_agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    learner_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    learner_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    learner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    guardian_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ends_before = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    scope_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role_starts_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    role_ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    agreed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guardian_agreements", x => x.guardian_agreement_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_guardian_agreements_learner_email",
                table: "guardian_agreements",
                column: "learner_email");

            migrationBuilder.CreateIndex(
                name: "ix_guardian_agreements_learner_id",
                table: "guardian_agreements",
                column: "learner_id");

            migrationBuilder.CreateIndex(
                name: "ix_guardian_agreements_scope_kind_scope_key",
                table: "guardian_agreements",
                columns: new[] { "scope_kind", "scope_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "guardian_agreements");

            migrationBuilder.DropColumn(
                name: "guardian_agreement_id",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "role_starts_on",
                table: "invitations");
        }
    }
}
