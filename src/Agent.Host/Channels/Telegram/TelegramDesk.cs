using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Telegram;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Deals with kept updates, one person's in order. What a killed process left is found by its work row.</summary>
internal sealed partial class TelegramDesk(IServiceScopeFactory scopes, TelegramClients bots, ILogger<TelegramDesk> logger)
{
    private readonly SerialQueues<Guid> _queues = new();

    /// <summary>Begins to deal with an update of a person.</summary>
    public void Begin(Guid person, Guid update) => _queues.Add(person, () => DealAsync(person, update));

    /// <summary>Waits until nothing is under way.</summary>
    public Task IdleAsync() => _queues.IdleAsync();

    private async Task DealAsync(Guid person, Guid id)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            services.GetRequiredService<CurrentUser>().Set(person);
            var (db, lease) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<ProcessLease>());
            var claimed = await db.Database.ExecuteSqlAsync(
                $"""
                update work set owner = {lease.Key}, fence = fence + 1, attempts = attempts + 1, run_at = now() + make_interval(secs => 30 * (attempts + 1))
                where user_id = {person} and kind = {TelegramIntake.Work} and id = {id} and run_at <= now()
                """) == 1;
            var kept = claimed ? await db.Set<TelegramUpdate>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) : null;
            if (kept is { State: UpdateState.Waiting, Body: { } body } && bots.Current is { } bot && bot.Id == kept.BotId)
            {
                await services.GetRequiredService<PersonLoader>().LoadAsync(person, CancellationToken.None);
                services.GetRequiredService<Person>().Speak();
                await DealAsync(services, bot, JsonSerializer.Deserialize<Update>(body, JsonBotAPI.Options)!);
            }

            if (claimed)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    update telegram_updates set state = 'done', body = null where user_id = {person} and id = {id};
                    delete from work where user_id = {person} and kind = {TelegramIntake.Work} and id = {id}
                    """);
            }
        }
        catch (Exception fault)
        {
            // Its work row stays: it is begun again later.
            LogFailed(fault, id);
        }
    }

    private static Task DealAsync(IServiceProvider services, TelegramClient bot, Update update) => update switch
    {
        { CallbackQuery: { } press } => services.GetRequiredService<TelegramPresses>().TakeAsync(bot, update.Id, press, CancellationToken.None),
        { EditedMessage: { } message } => services.GetRequiredService<TelegramEdits>().TakeAsync(bot, update.Id, message, CancellationToken.None),
        { MyChatMember: { } member } => services.GetRequiredService<TelegramChats>().MarkAsync(
            new BotChat(bot.Id, member.Chat.Id), member.NewChatMember.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left, CancellationToken.None),
        { Message: { MigrateToChatId: { } moved } message } => services.GetRequiredService<TelegramChats>().MoveAsync(
            new BotChat(bot.Id, message.Chat.Id), moved, CancellationToken.None),
        _ => Task.CompletedTask,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not deal with update {UpdateId}")]
    private partial void LogFailed(Exception fault, Guid updateId);
}
