using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "role_starts_on",
                table: "invitations",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "guardian_agreements",
                columns: table => new
                {
                    guardian_agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    learner_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    guardian_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    ends_before = table.Column<DateOnly>(type: "date", nullable: false),
                    scope_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scope_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    role_starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    role_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    agreed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
