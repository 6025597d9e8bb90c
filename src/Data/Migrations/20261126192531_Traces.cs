using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TbPersonalOs.Data.Migrations
{
    /// <inheritdoc />
    public partial class Traces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "context",
                table: "turns",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "turns",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "shown",
                table: "turns",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "zone",
                table: "turns",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decided_by",
                table: "approvals",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "context",
                table: "actions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origins",
                table: "actions",
                type: "json",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "permission",
                table: "actions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule",
                table: "actions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verdict",
                table: "actions",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "context",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "language",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "shown",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "zone",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "context",
                table: "actions");

            migrationBuilder.DropColumn(
                name: "origins",
                table: "actions");

            migrationBuilder.DropColumn(
                name: "permission",
                table: "actions");

            migrationBuilder.DropColumn(
                name: "rule",
                table: "actions");

            migrationBuilder.DropColumn(
                name: "verdict",
                table: "actions");
        }
    }
}
