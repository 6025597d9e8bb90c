using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TbPersonalOs.Data.Migrations
{
    /// <inheritdoc />
    public partial class Telegram : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_outbox_messages_turns_user_id_turn_id",
                table: "outbox_messages");

            migrationBuilder.AddColumn<Guid>(
                name: "conversation_id",
                table: "reminders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "insists",
                table: "reminders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "brief_at",
                table: "profiles",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_from",
                table: "profiles",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(22, 0, 0));

            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_to",
                table: "profiles",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(7, 0, 0));

            migrationBuilder.AlterColumn<Guid>(
                name: "turn_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "outbox_messages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "channel_messages",
                table: "outbox_messages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fault",
                table: "outbox_messages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "outbox_messages",
                type: "text",
                nullable: false,
                defaultValue: "reply");

            migrationBuilder.AddColumn<bool>(
                name: "possible_repeat",
                table: "outbox_messages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "subject_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "channel_message",
                table: "incoming_messages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "quoted_turn_id",
                table: "incoming_messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    channel_file = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    media_type = table.Column<string>(type: "text", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => new { x.user_id, x.id });
                    table.ForeignKey(
                        name: "fk_attachments_incoming_messages_user_id_message_id",
                        columns: x => new { x.user_id, x.message_id },
                        principalTable: "incoming_messages",
                        principalColumns: new[] { "user_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pairing_tries",
                schema: "accounts",
                columns: table => new
                {
                    who = table.Column<string>(type: "text", nullable: false),
                    wrong = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairing_tries", x => x.who);
                });

            migrationBuilder.CreateTable(
                name: "pairings",
                schema: "accounts",
                columns: table => new
                {
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    bot_id = table.Column<long>(type: "bigint", nullable: true),
                    chat_id = table.Column<long>(type: "bigint", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairings", x => x.code_hash);
                    table.ForeignKey(
                        name: "fk_pairings_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "accounts",
                        principalTable: "users",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "reminder_deliveries",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reminder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    repetition = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<string>(type: "text", nullable: false),
                    minutes_late = table.Column<int>(type: "integer", nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_deliveries", x => new { x.user_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stray_updates",
                schema: "accounts",
                columns: table => new
                {
                    bot_id = table.Column<long>(type: "bigint", nullable: false),
                    update_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stray_updates", x => new { x.bot_id, x.update_id });
                });

            migrationBuilder.CreateTable(
                name: "telegram_bots",
                schema: "accounts",
                columns: table => new
                {
                    bot_id = table.Column<long>(type: "bigint", nullable: false),
                    next_update = table.Column<long>(type: "bigint", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_telegram_bots", x => x.bot_id);
                });

            migrationBuilder.CreateTable(
                name: "telegram_chats",
                schema: "accounts",
                columns: table => new
                {
                    bot_id = table.Column<long>(type: "bigint", nullable: false),
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_group = table.Column<bool>(type: "boolean", nullable: false),
                    paired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    blocked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_telegram_chats", x => new { x.bot_id, x.chat_id });
                    table.ForeignKey(
                        name: "fk_telegram_chats_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "accounts",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "telegram_updates",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bot_id = table.Column<long>(type: "bigint", nullable: false),
                    update_id = table.Column<long>(type: "bigint", nullable: false),
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "json", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_telegram_updates", x => new { x.user_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_leaving",
                table: "outbox_messages",
                columns: new[] { "user_id", "channel", "chat", "created_at" },
                filter: "state in ('waiting', 'sending')");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_user_id_subject_id",
                table: "outbox_messages",
                columns: new[] { "user_id", "subject_id" },
                filter: "subject_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_messages_user_id_conversation_id_channel_message",
                table: "incoming_messages",
                columns: new[] { "user_id", "conversation_id", "channel_message" },
                filter: "channel_message is not null");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_user_id_hash",
                table: "attachments",
                columns: new[] { "user_id", "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_user_id_message_id",
                table: "attachments",
                columns: new[] { "user_id", "message_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pairings_user_id",
                schema: "accounts",
                table: "pairings",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_deliveries_user_id_reminder_id_due_at_repetition",
                table: "reminder_deliveries",
                columns: new[] { "user_id", "reminder_id", "due_at", "repetition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_telegram_chats_user_id",
                schema: "accounts",
                table: "telegram_chats",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_telegram_updates_user_id_bot_id_update_id",
                table: "telegram_updates",
                columns: new[] { "user_id", "bot_id", "update_id" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_outbox_messages_turns_user_id_turn_id",
                table: "outbox_messages",
                columns: new[] { "user_id", "turn_id" },
                principalTable: "turns",
                principalColumns: new[] { "user_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_outbox_messages_turns_user_id_turn_id",
                table: "outbox_messages");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "pairing_tries",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "pairings",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "reminder_deliveries");

            migrationBuilder.DropTable(
                name: "stray_updates",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "telegram_bots",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "telegram_chats",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "telegram_updates");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_leaving",
                table: "outbox_messages");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_user_id_subject_id",
                table: "outbox_messages");

            migrationBuilder.DropIndex(
                name: "ix_incoming_messages_user_id_conversation_id_channel_message",
                table: "incoming_messages");

            migrationBuilder.DropColumn(
                name: "conversation_id",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "insists",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "brief_at",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "quiet_from",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "quiet_to",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "channel_messages",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "fault",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "possible_repeat",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "subject_id",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "channel_message",
                table: "incoming_messages");

            migrationBuilder.DropColumn(
                name: "quoted_turn_id",
                table: "incoming_messages");

            migrationBuilder.AlterColumn<Guid>(
                name: "turn_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "fk_outbox_messages_turns_user_id_turn_id",
                table: "outbox_messages",
                columns: new[] { "user_id", "turn_id" },
                principalTable: "turns",
                principalColumns: new[] { "user_id", "id" },
                onDelete: ReferentialAction.Cascade);
        }
    }
}
