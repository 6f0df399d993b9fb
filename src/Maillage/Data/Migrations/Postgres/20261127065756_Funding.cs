using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Funding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campus_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    funder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    call = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    rules = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.grant_id);
                    table.ForeignKey(
                        name: "fk_grants_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_lines",
                columns: table => new
                {
                    budget_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campus_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_lines", x => x.budget_line_id);
                    table.ForeignKey(
                        name: "fk_budget_lines_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "grant_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_budget_lines_plan_action_plan_action_id",
                        column: x => x.plan_action_id,
                        principalTable: "plan_actions",
                        principalColumn: "plan_action_id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "expenses",
                columns: table => new
                {
                    expense_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campus_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    is_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    attached_file_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expenses", x => x.expense_id);
                    table.ForeignKey(
                        name: "fk_expenses_attached_files_attached_file_id",
                        column: x => x.attached_file_id,
                        principalTable: "attached_files",
                        principalColumn: "attached_file_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expenses_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "grant_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expenses_plan_action_plan_action_id",
                        column: x => x.plan_action_id,
                        principalTable: "plan_actions",
                        principalColumn: "plan_action_id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "grant_deadlines",
                columns: table => new
                {
                    grant_deadline_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campus_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_done = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_deadlines", x => x.grant_deadline_id);
                    table.ForeignKey(
                        name: "fk_grant_deadlines_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "grant_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grant_payments",
                columns: table => new
                {
                    grant_payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campus_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_payments", x => x.grant_payment_id);
                    table.ForeignKey(
                        name: "fk_grant_payments_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "grant_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_campus_id_plan_action_id",
                table: "budget_lines",
                columns: new[] { "campus_id", "plan_action_id" });

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_grant_id",
                table: "budget_lines",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_plan_action_id",
                table: "budget_lines",
                column: "plan_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_expenses_attached_file_id",
                table: "expenses",
                column: "attached_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_expenses_campus_id_plan_action_id",
                table: "expenses",
                columns: new[] { "campus_id", "plan_action_id" });

            migrationBuilder.CreateIndex(
                name: "ix_expenses_grant_id_paid_on",
                table: "expenses",
                columns: new[] { "grant_id", "paid_on" });

            migrationBuilder.CreateIndex(
                name: "ix_expenses_plan_action_id",
                table: "expenses",
                column: "plan_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_grant_deadlines_campus_id_due_on",
                table: "grant_deadlines",
                columns: new[] { "campus_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_grant_deadlines_grant_id",
                table: "grant_deadlines",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_grant_payments_grant_id",
                table: "grant_payments",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_campus_id",
                table: "grants",
                column: "campus_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "budget_lines");

            migrationBuilder.DropTable(
                name: "expenses");

            migrationBuilder.DropTable(
                name: "grant_deadlines");

            migrationBuilder.DropTable(
                name: "grant_payments");

            migrationBuilder.DropTable(
                name: "grants");
        }
    }
}
