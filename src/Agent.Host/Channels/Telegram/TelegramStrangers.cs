using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>
/// Chats that nobody has paired: nothing that they say is processed or kept. A person gets a code, or sends one; a group is only heard with a
/// code that somebody of the house made for it.
/// </summary>
internal sealed partial class TelegramStrangers(ILogger<TelegramStrangers> logger)
{
    private static readonly string[] Connect = ["/conectar", "/connect", "/start"];
    private static readonly Texts Text = new(typeof(TelegramStrangers));

    /// <summary>Remembers the update, so that it is answered once, and answers it. Commits before it returns.</summary>
    public async Task MeetAsync(IServiceProvider services, TelegramClient bot, Update update, Chat? chat, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            insert into accounts.stray_updates (bot_id, update_id, kind) values ({bot.Id}, {(long)update.Id}, {KindOf(update)}) on conflict do nothing
            """,
            cancellationToken) == 1;
        if (!isNew || chat is null || update.Message is not { } message || message.IsServiceMessage || message.From is not { IsBot: false })
        {
            return;
        }

        Languages.Of(message.From.LanguageCode ?? Languages.Portuguese.Name).Speak();
        var here = new BotChat(bot.Id, chat.Id);
        if (CodeIn(message.Text) is { } code)
        {
            await ConnectAsync(services, bot, here, chat.Type != ChatType.Private, code, cancellationToken);
        }
        else if (chat.Type == ChatType.Private && await services.GetRequiredService<Pairings>().OfferAsync(here, cancellationToken) is { } offered)
        {
            Answer(bot, here, Text["PairingCode", $"<code>{offered}</code>"]);
        }
    }

    /// <summary>Telegram's name of a kind of update.</summary>
    public static string KindOf(Update update) => update.Type == UpdateType.Unknown ? "unknown" : JsonNamingPolicy.SnakeCaseLower.ConvertName(update.Type.ToString());

    /// <summary>A code that is sent on purpose: <c>/conectar CODE</c>, or by the link that the web shows, <c>/start CODE</c>.</summary>
    private static string? CodeIn(string? text) =>
        text?.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [{ } command, { } code] && Connect.Contains(command.Split('@')[0].ToLowerInvariant())
            ? code : null;

    private async Task ConnectAsync(IServiceProvider services, TelegramClient bot, BotChat chat, bool isGroup, string code, CancellationToken cancellationToken)
    {
        try
        {
            var person = await services.GetRequiredService<Pairings>().ConnectAsync(chat, isGroup, code, cancellationToken);
            services.GetRequiredService<CurrentUser>().Set(person);
            await services.GetRequiredService<TelegramNotices>().WelcomeAsync(chat, cancellationToken);
        }
        catch (ToolException refused)
        {
            Answer(bot, chat, TelegramText.Escape(refused.Message));
        }
    }

    /// <summary>Says something to nobody in particular: it is lost with the process, and the next message is answered again.</summary>
    private void Answer(TelegramClient bot, BotChat chat, string html) => _ = Task.Run(async () =>
    {
        try
        {
            await bot.Client.SendMessage(chat.ChatId, html, ParseMode.Html);
        }
        catch (Exception unsaid)
        {
            LogUnsaid(unsaid);
        }
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "Could not answer a chat that nobody has paired")]
    private partial void LogUnsaid(Exception unsaid);
}
