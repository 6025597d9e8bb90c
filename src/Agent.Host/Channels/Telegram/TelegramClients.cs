using System.Globalization;
using Telegram.Bot;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>The bot that the settings name, ready to be spoken to.</summary>
/// <param name="Client">Speaks to the Bot API. It repeats nothing by itself: whether a message may be sent again is ours to know.</param>
/// <param name="Id">Telegram's id of the bot.</param>
internal sealed record TelegramClient(TelegramBotClient Client, long Id)
{
    /// <summary>The id as a channel's account.</summary>
    public string Account => Id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The bot of the present settings.</summary>
internal sealed class TelegramClients(TelegramSettings settings, IHttpClientFactory http)
{
    /// <summary>The client by which the Bot API is reached. Longer than a long poll.</summary>
    public const string Http = "telegram";

    private readonly Lock _gate = new();
    private (string Token, Uri? BaseUrl, TelegramClient Client)? _known;

    /// <summary>The bot; null where no token is set, or an address that is none.</summary>
    public TelegramClient? Current
    {
        get
        {
            if (settings.Token is not { } token || settings.HasWrongBaseUrl)
            {
                return null;
            }

            lock (_gate)
            {
                if (_known is { } known && (known.Token, known.BaseUrl) == (token, settings.BaseUrl))
                {
                    return known.Client;
                }

                var options = new TelegramBotClientOptions(token, settings.BaseUrl?.ToString().TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 };
                var client = new TelegramClient(
                    new TelegramBotClient(options, http.CreateClient(Http)), long.Parse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture));
                _known = (token, settings.BaseUrl, client);
                return client;
            }
        }
    }
}
