using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TbPersonalOs.Data.Migrations
{
    /// <inheritdoc />
    public partial class StandingPermissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "origins",
                table: "approvals",
                type: "json",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "recipient",
                table: "approvals",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "renews",
                table: "approvals",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "standing_permissions",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    function = table.Column<string>(type: "text", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_permissions", x => new { x.user_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_user_id_renews",
                table: "approvals",
                columns: new[] { "user_id", "renews" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standing_permissions_user_id_function_recipient",
                table: "standing_permissions",
                columns: new[] { "user_id", "function", "recipient" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "standing_permissions");

            migrationBuilder.DropIndex(
                name: "ix_approvals_user_id_renews",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "origins",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "recipient",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "renews",
                table: "approvals");
        }
    }
}
