using Telegram.Bot;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>How the house is reached by Telegram.</summary>
/// <param name="Bot">The bot's name without the @; null where there is none, or it does not answer.</param>
/// <param name="Mode">How updates come.</param>
/// <param name="Chats">The person's chats.</param>
public sealed record TelegramStatusView(string? Bot, TelegramMode Mode, IReadOnlyList<PairedChatView> Chats);

/// <summary>A chat of the person's.</summary>
/// <param name="Id">Telegram's id of it.</param>
/// <param name="IsGroup">Whether others read along.</param>
/// <param name="PairedAt">Since when.</param>
/// <param name="Blocked">Whether the bot is not wanted there any more.</param>
public sealed record PairedChatView(long Id, bool IsGroup, DateTimeOffset PairedAt, bool Blocked);

/// <summary>The code that a chat was shown.</summary>
public sealed record NewPairing(string Code);

/// <summary>A code to be sent from the chat that is to be used.</summary>
/// <param name="Code">The code; works once within the hour.</param>
/// <param name="Command">What to send.</param>
/// <param name="Link">Opens the bot and sends it; null where the bot does not answer.</param>
public sealed record PairingCodeView(string Code, string Command, string? Link);

/// <summary>Connecting chats, by the person's own hand.</summary>
internal static class TelegramEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly Texts Text = new(typeof(TelegramEndpoints));

    public static void MapTelegram(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/telegram").WithTags("telegram");
        group.MapGet("/", StatusAsync).WithName("GetTelegram");
        group.MapPost("/pairings", ConfirmAsync).WithName("ConfirmPairing");
        group.MapPost("/codes", NewCodeAsync).WithName("NewPairingCode");
        group.MapDelete("/chats/{id:long}", LeaveAsync).WithName("LeaveChat");
    }

    private static async Task<TelegramStatusView> StatusAsync(TelegramClients bots, TelegramSettings settings, TelegramChats chats, CancellationToken cancellationToken) => new(
        await NameAsync(bots, cancellationToken), settings.Mode, [.. (await chats.AllAsync(cancellationToken)).Select(View)]);

    private static async Task<PairedChatView> ConfirmAsync(
        NewPairing pairing, Pairings pairings, TelegramNotices notices, TelegramChats chats, CurrentUser user, CancellationToken cancellationToken)
    {
        var chat = await pairings.ConfirmAsync(user.Required, pairing.Code, cancellationToken);
        await notices.WelcomeAsync(chat, cancellationToken);
        return View((await chats.AllAsync(cancellationToken)).Single(row => (row.BotId, row.ChatId) == (chat.BotId, chat.ChatId)));
    }

    private static async Task<PairingCodeView> NewCodeAsync(Pairings pairings, TelegramClients bots, CurrentUser user, CancellationToken cancellationToken)
    {
        var code = await pairings.NewAsync(user.Required, cancellationToken);
        return new PairingCodeView(code, Text["ConnectCommand", code], await NameAsync(bots, cancellationToken) is { } bot ? $"https://t.me/{bot}?start={code}" : null);
    }

    private static async Task<IResult> LeaveAsync(long id, Pairings pairings, TelegramChats chats, CurrentUser user, CancellationToken cancellationToken)
    {
        var chat = (await chats.AllAsync(cancellationToken)).Find(row => row.ChatId == id) ?? throw new ToolException(ErrorCode.NotFound, Text["NoSuchChat"]);
        await pairings.LeaveAsync(user.Required, new BotChat(chat.BotId, chat.ChatId), cancellationToken);
        return Results.NoContent();
    }

    private static PairedChatView View(Data.Telegram.TelegramChat chat) => new(chat.ChatId, chat.IsGroup, chat.PairedAt, chat.BlockedAt is not null);

    /// <summary>The bot's name, if it says so soon.</summary>
    private static async Task<string?> NameAsync(TelegramClients bots, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return bots.Current is { } bot ? (await bot.Client.GetMe(patience.Token)).Username : null;
        }
        catch (Exception away) when (!cancellationToken.IsCancellationRequested && away is global::Telegram.Bot.Exceptions.RequestException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
