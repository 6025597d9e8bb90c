using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TbPersonalOs.Data.Migrations
{
    /// <inheritdoc />
    public partial class TurnsByConversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_turns_user_id_conversation_id_id",
                table: "turns",
                columns: new[] { "user_id", "conversation_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_messages_user_id_turn_id",
                table: "incoming_messages",
                columns: new[] { "user_id", "turn_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_turns_user_id_conversation_id_id",
                table: "turns");

            migrationBuilder.DropIndex(
                name: "ix_incoming_messages_user_id_turn_id",
                table: "incoming_messages");
        }
    }
}
