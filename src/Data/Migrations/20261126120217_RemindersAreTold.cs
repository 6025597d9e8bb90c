using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TbPersonalOs.Data.Migrations
{
    /// <inheritdoc />
    public partial class RemindersAreTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "message_id",
                table: "reminder_deliveries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "unasked_messages",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unasked_messages", x => new { x.user_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_people_time",
                table: "work",
                column: "run_at",
                filter: "kind in ('reminder', 'brief')");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_deliveries_user_id_message_id",
                table: "reminder_deliveries",
                columns: new[] { "user_id", "message_id" },
                filter: "message_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_unasked_messages_user_id_day_kind",
                table: "unasked_messages",
                columns: new[] { "user_id", "day", "kind" },
                unique: true);

            // Those set so far that are still to ring. Ones that passed in silence stay silent: nobody was promised them.
            migrationBuilder.Sql("""
                alter table reminders no force row level security;
                insert into work (user_id, kind, id, run_at, attempts, owner, fence)
                select user_id, 'reminder', id, due_at, 0, 0, 1 from reminders
                where status = 'pending' and (due_at > now() or repeat is not null) on conflict do nothing;
                alter table reminders force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unasked_messages");

            migrationBuilder.DropIndex(
                name: "ix_work_people_time",
                table: "work");

            migrationBuilder.DropIndex(
                name: "ix_reminder_deliveries_user_id_message_id",
                table: "reminder_deliveries");

            migrationBuilder.DropColumn(
                name: "message_id",
                table: "reminder_deliveries");
        }
    }
}
