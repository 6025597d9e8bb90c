using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Telegram;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>The chats of the current person.</summary>
internal sealed class TelegramChats(AppDbContext db, CurrentUser user)
{
    /// <summary>Those that can be reached, the oldest first.</summary>
    public Task<List<TelegramChat>> OpenAsync(CancellationToken cancellationToken) => db.Set<TelegramChat>().AsNoTracking()
        .Where(row => row.UserId == user.Required && row.BlockedAt == null).OrderBy(row => row.PairedAt).ToListAsync(cancellationToken);

    /// <summary>All of them.</summary>
    public Task<List<TelegramChat>> AllAsync(CancellationToken cancellationToken) => db.Set<TelegramChat>().AsNoTracking()
        .Where(row => row.UserId == user.Required).OrderBy(row => row.PairedAt).ToListAsync(cancellationToken);

    /// <summary>Says that the bot is not wanted in a chat any more, or is again.</summary>
    public Task MarkAsync(BotChat chat, bool blocked, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        update accounts.telegram_chats set blocked_at = case when {blocked} then coalesce(blocked_at, now()) end
        where user_id = {user.Required} and bot_id = {chat.BotId} and chat_id = {chat.ChatId}
        """,
        cancellationToken);

    /// <summary>A group has got another id.</summary>
    public Task MoveAsync(BotChat chat, long moved, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        update accounts.telegram_chats set chat_id = {moved} where user_id = {user.Required} and bot_id = {chat.BotId} and chat_id = {chat.ChatId}
            and not exists (select from accounts.telegram_chats where bot_id = {chat.BotId} and chat_id = {moved});
        update conversations set chat = {TelegramMessages.NameOf(moved)} where user_id = {user.Required} and channel = 'telegram' and chat = {TelegramMessages.NameOf(chat.ChatId)}
            and not exists (select from conversations where user_id = {user.Required} and channel = 'telegram' and chat = {TelegramMessages.NameOf(moved)})
        """,
        cancellationToken);
}
