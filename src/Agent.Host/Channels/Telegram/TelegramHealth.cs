using Telegram.Bot;
using Telegram.Bot.Exceptions;
using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Looks whether the bot answers, and whether its updates come.</summary>
internal sealed class TelegramHealth(TelegramSettings settings, TelegramClients bots, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    /// <summary>What holds, and each fault with its cure.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync()
    {
        if (settings.Fault is { } wrong)
        {
            return [wrong];
        }

        if (bots.Current is not { } bot || settings.Mode == TelegramMode.Off)
        {
            return [new Finding(settings.Token is null ? "no Telegram bot is set up" : "Telegram is switched off")];
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var me = await bot.Client.GetMe(patience.Token);
            return [new Finding($"the Telegram bot answers: @{me.Username}"), Updates(await bot.Client.GetWebhookInfo(patience.Token))];
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
        {
            return [new Finding("Telegram does not know the bot's token", "Get a new one from @BotFather, then ./tbos set Telegram__Token.")];
        }
        catch (Exception away) when (away is RequestException or OperationCanceledException)
        {
            return [new Finding($"Telegram does not answer: {away.Message}", "Look whether this machine reaches https://api.telegram.org, and what Telegram__BaseUrl says. What is to be sent waits.")];
        }
    }

    private Finding Updates(global::Telegram.Bot.Types.WebhookInfo there)
    {
        if (settings.Mode == TelegramMode.Polling)
        {
            return there.Url.Length == 0
                ? new Finding($"updates are asked for while ./tbos run runs; {there.PendingUpdateCount} wait at Telegram")
                : new Finding("the bot has a webhook, so Telegram gives no updates to who asks", "./tbos telegram setup takes it away; if it comes back, another program uses the same bot.");
        }

        if (settings.WebhookUrl is not { } url)
        {
            return new Finding("a webhook needs a public address", "Set Public__Url to the https address of this house, or Telegram__Mode to polling.");
        }

        if (there.Url != url)
        {
            return new Finding(there.Url.Length == 0 ? "Telegram has no webhook of this house" : $"Telegram posts updates elsewhere: {there.Url}", "./tbos telegram setup");
        }

        return there.LastErrorDate is { } at && clock.GetUtcNow() - at < Recent
            ? new Finding($"Telegram could not deliver at {at:HH:mm} UTC: {there.LastErrorMessage}; {there.PendingUpdateCount} updates wait",
                $"See that ./tbos run runs, and that your proxy passes {TelegramWebhook.Path} on to 127.0.0.1:{settings.WebhookPort} with a certificate that holds.")
            : new Finding($"Telegram posts updates to {url}; {there.PendingUpdateCount} wait there");
    }
}
