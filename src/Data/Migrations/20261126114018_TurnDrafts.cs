using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TbPersonalOs.Data.Migrations
{
    /// <inheritdoc />
    public partial class TurnDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "channel_draft",
                table: "turns",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "channel_draft",
                table: "turns");
        }
    }
}
