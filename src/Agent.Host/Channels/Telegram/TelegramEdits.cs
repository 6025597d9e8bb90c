using Microsoft.EntityFrameworkCore;
using Telegram.Bot.Types;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>A message that its writer edited: its turn begins anew with the new words, unless it has acted or answered; then that is told.</summary>
internal sealed class TelegramEdits(AppDbContext db, CurrentUser user, TelegramNotices notices)
{
    private const int MostShown = 60;
    private static readonly Texts Text = new(typeof(TelegramEdits));

    public async Task TakeAsync(TelegramClient bot, int updateId, Message message, CancellationToken cancellationToken)
    {
        if (TelegramMessages.Read(message, bot.Account, updateId) is not { Text.Length: > 0 } edited)
        {
            return;
        }

        var text = SafeText.Of(edited.Text).Normalize().Trim();
        var chat = TelegramMessages.NameOf(message.Chat.Id);
        var before = await db.Set<IncomingMessage>().AsNoTracking()
            .Where(row => row.Channel == Outbox.Telegram && row.Account == bot.Account && row.ChannelMessage == edited.ChannelMessage
                && db.Set<Conversation>().Any(conversation => conversation.Id == row.ConversationId && conversation.Chat == chat))
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (before is null || before.Text == text)
        {
            return;
        }

        // One more has joined: a planner that is thinking is asked again, and nothing that it answered is stored.
        var amended = await db.Database.ExecuteSqlAsync(
            $"""
            with open as (
                select m.id, m.turn_id from incoming_messages m left join turns t on t.user_id = m.user_id and t.id = m.turn_id
                where m.user_id = {user.Required} and m.id = {before.Id} and (m.turn_id is null or (t.state = 'running' and not t.answered)) for update of m),
            again as (update turns t set joined = joined + 1 from open where t.user_id = {user.Required} and t.id = open.turn_id and not t.answered returning t.id)
            update incoming_messages m set text = {text} from open
            where m.user_id = {user.Required} and m.id = open.id and (open.turn_id is null or exists (select from again))
            """,
            cancellationToken);
        if (amended == 0)
        {
            await notices.SayAsync(chat, () => Text["EditedTooLate", Words.Start(text, MostShown)], cancellationToken);
        }
    }
}
