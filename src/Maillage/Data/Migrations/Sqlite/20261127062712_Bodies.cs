using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Bodies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "steering_bodies",
                columns: table => new
                {
                    steering_body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    is_for_members = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_steering_bodies", x => x.steering_body_id);
                    table.ForeignKey(
                        name: "fk_steering_bodies_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "body_members",
                columns: table => new
                {
                    body_member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    steering_body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    function = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_members", x => x.body_member_id);
                    table.ForeignKey(
                        name: "fk_body_members_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_body_members_steering_bodies_steering_body_id",
                        column: x => x.steering_body_id,
                        principalTable: "steering_bodies",
                        principalColumn: "steering_body_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    steering_body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    agenda = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    minutes = table.Column<string>(type: "TEXT", maxLength: 50000, nullable: true),
                    guests = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    attached_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.meeting_id);
                    table.ForeignKey(
                        name: "fk_meetings_attached_files_attached_file_id",
                        column: x => x.attached_file_id,
                        principalTable: "attached_files",
                        principalColumn: "attached_file_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_steering_bodies_steering_body_id",
                        column: x => x.steering_body_id,
                        principalTable: "steering_bodies",
                        principalColumn: "steering_body_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_attendances",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_attendances", x => new { x.meeting_id, x.body_member_id });
                    table.ForeignKey(
                        name: "fk_meeting_attendances_body_members_body_member_id",
                        column: x => x.body_member_id,
                        principalTable: "body_members",
                        principalColumn: "body_member_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meeting_attendances_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "meeting_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_decisions",
                columns: table => new
                {
                    meeting_decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    owner_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    plan_action_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_decisions", x => x.meeting_decision_id);
                    table.ForeignKey(
                        name: "fk_meeting_decisions_accounts_owner_account_id",
                        column: x => x.owner_account_id,
                        principalTable: "accounts",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_meeting_decisions_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "meeting_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meeting_decisions_plan_action_plan_action_id",
                        column: x => x.plan_action_id,
                        principalTable: "plan_actions",
                        principalColumn: "plan_action_id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_body_members_organisation_id",
                table: "body_members",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_members_steering_body_id",
                table: "body_members",
                column: "steering_body_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_attendances_body_member_id",
                table: "meeting_attendances",
                column: "body_member_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decisions_campus_id_state_due_on",
                table: "meeting_decisions",
                columns: new[] { "campus_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decisions_meeting_id",
                table: "meeting_decisions",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decisions_owner_account_id",
                table: "meeting_decisions",
                column: "owner_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decisions_plan_action_id",
                table: "meeting_decisions",
                column: "plan_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decisions_state_due_on",
                table: "meeting_decisions",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attached_file_id",
                table: "meetings",
                column: "attached_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_campus_id_starts_at",
                table: "meetings",
                columns: new[] { "campus_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_steering_body_id",
                table: "meetings",
                column: "steering_body_id");

            migrationBuilder.CreateIndex(
                name: "ix_steering_bodies_campus_id",
                table: "steering_bodies",
                column: "campus_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "meeting_attendances");

            migrationBuilder.DropTable(
                name: "meeting_decisions");

            migrationBuilder.DropTable(
                name: "body_members");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "steering_bodies");
        }
    }
}
