using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Agenda : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agenda_events",
                columns: table => new
                {
                    agenda_event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    audience = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_all_day = table.Column<bool>(type: "INTEGER", nullable: false),
                    places = table.Column<int>(type: "INTEGER", nullable: true),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    last_number = table.Column<int>(type: "INTEGER", nullable: false),
                    register_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    description_en = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    description_fr = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    title_fr = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_events", x => x.agenda_event_id);
                    table.ForeignKey(
                        name: "fk_agenda_events_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_registrations",
                columns: table => new
                {
                    event_registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agenda_event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campus_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    token_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_token = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_registrations", x => x.event_registration_id);
                    table.ForeignKey(
                        name: "fk_event_registrations_agenda_events_agenda_event_id",
                        column: x => x.agenda_event_id,
                        principalTable: "agenda_events",
                        principalColumn: "agenda_event_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_events_campus_id_ends_at",
                table: "agenda_events",
                columns: new[] { "campus_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_events_campus_id_slug",
                table: "agenda_events",
                columns: new[] { "campus_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_agenda_event_id_number",
                table: "event_registrations",
                columns: new[] { "agenda_event_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_token_digest",
                table: "event_registrations",
                column: "token_digest",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_registrations");

            migrationBuilder.DropTable(
                name: "agenda_events");
        }
    }
}
