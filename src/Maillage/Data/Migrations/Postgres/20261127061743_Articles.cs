using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Articles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campus_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    picture_id = table.Column<Guid>(type: "uuid", nullable: true),
                    picture_width = table.Column<int>(type: "integer", nullable: true),
                    picture_height = table.Column<int>(type: "integer", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body_en = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    body_fr = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    picture_alt_en = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: true),
                    picture_alt_fr = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: true),
                    title_en = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    title_fr = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.article_id);
                    table.ForeignKey(
                        name: "fk_articles_campuses_campus_id",
                        column: x => x.campus_id,
                        principalTable: "campuses",
                        principalColumn: "campus_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_stored_files_picture_id",
                        column: x => x.picture_id,
                        principalTable: "stored_files",
                        principalColumn: "stored_file_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "article_versions",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body_en = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    body_fr = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    title_en = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    title_fr = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_versions", x => new { x.article_id, x.number });
                    table.ForeignKey(
                        name: "fk_article_versions_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "article_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_articles_campus_id_kind_slug",
                table: "articles",
                columns: new[] { "campus_id", "kind", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_kind_published_on",
                table: "articles",
                columns: new[] { "kind", "published_on" });

            migrationBuilder.CreateIndex(
                name: "ix_articles_picture_id",
                table: "articles",
                column: "picture_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "article_versions");

            migrationBuilder.DropTable(
                name: "articles");
        }
    }
}
