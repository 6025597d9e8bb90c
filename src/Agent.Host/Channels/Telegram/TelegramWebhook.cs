using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Npgsql;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>
/// Where Telegram posts updates: on a port of its own that serves nothing else. What it is told is committed before it hears 200; where that
/// could not be done it hears 503 and comes again.
/// </summary>
internal static partial class TelegramWebhook
{
    /// <summary>The only path.</summary>
    public const string Path = "/telegram/webhook";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const long MostBytes = 512 * 1024;

    /// <summary>Opens the port, where the settings ask for one.</summary>
    public static void ListenForTelegram(this KestrelServerOptions kestrel, TelegramSettings settings)
    {
        if (settings.WebhookPort is { } port)
        {
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Use(next => connection =>
            {
                connection.Features.Set(new CameByWebhook());
                return next(connection);
            }));
        }
    }

    /// <summary>Serves the port, before anything else of the house is looked at.</summary>
    public static void UseTelegramWebhook(this WebApplication app) => app.MapWhen(
        context => context.Features.Get<CameByWebhook>() is not null,
        branch => branch.Run(context => TakeAsync(context)));

    private static async Task TakeAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var (settings, bots) = (services.GetRequiredService<TelegramSettings>(), services.GetRequiredService<TelegramClients>());
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TelegramWebhook));
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.Equals(Path, StringComparison.Ordinal)
            || bots.Current is not { } bot || !IsTelegram(context.Request, settings.WebhookSecret))
        {
            // Nothing tells a stranger what is here.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.StatusCode = await ReadAsync(context) is { } update
            ? await StoreAsync(services, bot, update, logger, context.RequestAborted)
            : StatusCodes.Status400BadRequest;
    }

    private static bool IsTelegram(HttpRequest request, string? secret) =>
        secret is not null && request.Headers[SecretHeader] is [{ } presented]
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(presented)));

    /// <summary>The update; of one that is not understood as a whole, its id alone; null for what is none.</summary>
    private static async Task<Update?> ReadAsync(HttpContext context)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        JsonElement body;
        try
        {
            using var read = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            body = read.RootElement.Clone();
        }
        catch (Exception unreadable) when (unreadable is JsonException or Microsoft.AspNetCore.Http.BadHttpRequestException)
        {
            return null;
        }

        try
        {
            return body.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (Exception unknown) when (unknown is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? new Update { Id = number } : null;
        }
    }

    private static async Task<int> StoreAsync(IServiceProvider services, TelegramClient bot, Update update, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<TelegramIntake>().TakeAsync(bot, update, cancellationToken);
            return StatusCodes.Status200OK;
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException or TimeoutException or IOException)
        {
            LogAway(logger, away, update.Id);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not commit update {UpdateId}: Telegram will send it again")]
    private static partial void LogAway(ILogger logger, Exception away, int updateId);

    /// <summary>On connections of the webhook's port.</summary>
    private sealed class CameByWebhook;
}
