using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Maillage.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommuneCentres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "latitude",
                table: "communes",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "longitude",
                table: "communes",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "published_communes",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    department_code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    epci_code = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    postcodes = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_communes", x => x.code);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "published_communes");

            migrationBuilder.DropColumn(
                name: "latitude",
                table: "communes");

            migrationBuilder.DropColumn(
                name: "longitude",
                table: "communes");
        }
    }
}
