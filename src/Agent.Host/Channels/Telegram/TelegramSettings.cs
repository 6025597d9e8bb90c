using System.Buffers;
using System.Globalization;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>How updates come.</summary>
public enum TelegramMode
{
    /// <summary>By webhook where the house has a public address, else by long polling.</summary>
    Auto,

    /// <summary>Telegram posts them.</summary>
    Webhook,

    /// <summary>We ask for them.</summary>
    Polling,

    /// <summary>Not at all.</summary>
    Off,
}

/// <summary>Settings of the bot, read at each use: a new token works without a restart. Only the webhook's port needs one.</summary>
internal sealed class TelegramSettings(IConfiguration configuration)
{
    /// <summary>The webhook's port unless another is set.</summary>
    public const int DefaultPort = 5081;

    private const int UsualMessagesPerHour = 100;
    private static readonly Dictionary<string, TelegramMode> Modes = Enum.GetValues<TelegramMode>().ToDictionary(mode => $"{mode}", StringComparer.OrdinalIgnoreCase);
    private static readonly SearchValues<char> SecretLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>The configuration itself: it says when it changes.</summary>
    public IConfiguration Configuration => configuration;

    /// <summary>The bot's token; null where none is set, or what is set is none.</summary>
    public string? Token => configuration["Telegram:Token"]?.Trim() is { Length: > 0 } token && IsToken(token) ? token : null;

    /// <summary>Whether a token is set that cannot be one.</summary>
    public bool HasWrongToken => configuration["Telegram:Token"]?.Trim() is { Length: > 0 } token && !IsToken(token);

    /// <summary>The Bot API's address where it is not Telegram's own; null else.</summary>
    public Uri? BaseUrl => configuration["Telegram:BaseUrl"] is { Length: > 0 } url ? ModelClients.Address(url) : null;

    /// <summary>Whether the address of the Bot API is none: then no token goes anywhere.</summary>
    public bool HasWrongBaseUrl => configuration["Telegram:BaseUrl"] is { Length: > 0 } && BaseUrl is null;

    /// <summary>What is wrong with what is set, with its cure; null where nothing is.</summary>
    public Finding? Fault => HasWrongToken ? new Finding("Telegram__Token is no token: it looks like 123456789:AbC…", "Get it from @BotFather, then ./tbos set Telegram__Token.")
        : HasWrongBaseUrl ? new Finding("Telegram__BaseUrl is no address", "Take it out with ./tbos set Telegram__BaseUrl, or set one that begins with https://.")
        : !Modes.ContainsKey(ModeName) ? new Finding($"Telegram__Mode is {ModeName}", "Set auto, webhook, polling or off: ./tbos set Telegram__Mode") : null;

    /// <summary>The secret by which Telegram's own calls are known; null where none was made.</summary>
    public string? WebhookSecret => configuration["Telegram:WebhookSecret"]?.Trim() is { Length: > 0 } secret ? secret : null;

    /// <summary>The public address of the house, with a slash at its end; null where it has none.</summary>
    public Uri? PublicUrl => configuration["Public:Url"] is { Length: > 0 } url ? ModelClients.Address(url) : null;

    /// <summary>The port on which the webhook listens; null where nothing asks for one.</summary>
    public int? WebhookPort => configuration["Telegram:WebhookPort"] is { Length: > 0 } text
        ? int.TryParse(text, CultureInfo.InvariantCulture, out var port) && port is >= 0 and < 65536
            ? port : throw new InvalidOperationException($"Telegram__WebhookPort is no port: {text}. Set a number from 1 to 65535.")
        : PublicUrl is not null ? DefaultPort : null;

    /// <summary>How updates come now.</summary>
    public TelegramMode Mode => Modes.TryGetValue(ModeName, out var mode)
        ? mode != TelegramMode.Auto ? mode : PublicUrl is null ? TelegramMode.Polling : TelegramMode.Webhook
        : throw new InvalidOperationException($"Telegram__Mode is {ModeName}. Set auto, webhook, polling or off.");

    /// <summary>Most messages of one person within an hour.</summary>
    public int MessagesPerHour => configuration.GetValue<int?>("Telegram:MessagesPerHour") ?? UsualMessagesPerHour;

    /// <summary>Where Telegram posts updates to; null without a public address.</summary>
    public string? WebhookUrl => PublicUrl is { } url ? new Uri(url, TelegramWebhook.Path.TrimStart('/')).ToString() : null;

    private string ModeName => configuration["Telegram:Mode"]?.Trim() is { Length: > 0 } name ? name : nameof(TelegramMode.Auto);

    private static bool IsToken(string token) =>
        token.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && colon < token.Length - 1 && token[..colon].All(char.IsAsciiDigit)
        && long.TryParse(token.AsSpan(0, colon), CultureInfo.InvariantCulture, out _)
        && token.AsSpan(colon + 1).IndexOfAnyExcept(SecretLetters) < 0;
}
