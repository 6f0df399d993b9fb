using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditWithin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_entries_subject_subject_key_at",
                table: "audit_entries");

            migrationBuilder.AddColumn<string>(
                name: "within_key",
                table: "audit_entries",
                type: "character varying(36)",
                maxLength: 36,
                nullable: true);

            // What was written before is found as it was.
            migrationBuilder.Sql("update audit_entries set within_key = subject_key where subject in ('campuses', 'organisations', 'role_assignments', 'invitations')");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_key_at",
                table: "audit_entries",
                columns: new[] { "subject_key", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_within_key_at",
                table: "audit_entries",
                columns: new[] { "within_key", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_entries_subject_key_at",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_within_key_at",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "within_key",
                table: "audit_entries");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_subject_key_at",
                table: "audit_entries",
                columns: new[] { "subject", "subject_key", "at" });
        }
    }
}
