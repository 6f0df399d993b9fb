using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ActionPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "work_axes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "attached_files",
                columns: table => new
                {
                    attached_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stored_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_for_members = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attached_files", x => x.attached_file_id);
                    table.ForeignKey(
                        name: "fk_attached_files_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attached_files_stored_files_stored_file_id",
                        column: x => x.stored_file_id,
                        principalTable: "stored_files",
                        principalColumn: "stored_file_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_actions",
                columns: table => new
                {
                    plan_action_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    work_axis_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    lead_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    lead_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    lead_organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    abandon_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    title_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_actions", x => x.plan_action_id);
                    table.ForeignKey(
                        name: "fk_plan_actions_accounts_lead_account_id",
                        column: x => x.lead_account_id,
                        principalTable: "accounts",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_plan_actions_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_actions_organisations_lead_organisation_id",
                        column: x => x.lead_organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_actions_work_axes_work_axis_id",
                        column: x => x.work_axis_id,
                        principalTable: "work_axes",
                        principalColumn: "work_axis_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "action_evidence",
                columns: table => new
                {
                    action_evidence_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_action_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    attached_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_evidence", x => x.action_evidence_id);
                    table.ForeignKey(
                        name: "fk_action_evidence_attached_files_attached_file_id",
                        column: x => x.attached_file_id,
                        principalTable: "attached_files",
                        principalColumn: "attached_file_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_action_evidence_plan_actions_plan_action_id",
                        column: x => x.plan_action_id,
                        principalTable: "plan_actions",
                        principalColumn: "plan_action_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_indicators",
                columns: table => new
                {
                    action_indicator_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_action_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    target = table.Column<double>(type: "REAL", nullable: true),
                    reached = table.Column<double>(type: "REAL", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_indicators", x => x.action_indicator_id);
                    table.ForeignKey(
                        name: "fk_action_indicators_plan_actions_plan_action_id",
                        column: x => x.plan_action_id,
                        principalTable: "plan_actions",
                        principalColumn: "plan_action_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_partners",
                columns: table => new
                {
                    plan_action_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_partners", x => new { x.plan_action_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_action_partners_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_action_partners_plan_actions_plan_action_id",
                        column: x => x.plan_action_id,
                        principalTable: "plan_actions",
                        principalColumn: "plan_action_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_action_evidence_attached_file_id",
                table: "action_evidence",
                column: "attached_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_evidence_plan_action_id",
                table: "action_evidence",
                column: "plan_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_indicators_plan_action_id",
                table: "action_indicators",
                column: "plan_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_partners_organisation_id",
                table: "action_partners",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_attached_files_campus_id",
                table: "attached_files",
                column: "campus_id");

            migrationBuilder.CreateIndex(
                name: "ix_attached_files_stored_file_id",
                table: "attached_files",
                column: "stored_file_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_actions_campus_id_work_axis_id_ends_on",
                table: "plan_actions",
                columns: new[] { "campus_id", "work_axis_id", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_actions_lead_account_id",
                table: "plan_actions",
                column: "lead_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_actions_lead_organisation_id",
                table: "plan_actions",
                column: "lead_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_actions_state_ends_on",
                table: "plan_actions",
                columns: new[] { "state", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_actions_work_axis_id",
                table: "plan_actions",
                column: "work_axis_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_evidence");

            migrationBuilder.DropTable(
                name: "action_indicators");

            migrationBuilder.DropTable(
                name: "action_partners");

            migrationBuilder.DropTable(
                name: "attached_files");

            migrationBuilder.DropTable(
                name: "plan_actions");

            migrationBuilder.DropColumn(
                name: "version",
                table: "work_axes");
        }
    }
}
