using Telegram.Bot;
using Telegram.Bot.Types;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Tells Telegram what the bot is and where it is reached, and reads back what it then says.</summary>
internal sealed class TelegramSetup(TelegramSettings settings, TelegramClients bots, TelegramCommands commands, TelegramSecret secret)
{
    private static readonly Texts Text = new(typeof(TelegramSetup));

    /// <summary>Sets everything; each finding says what now holds, with a cure where it does not.</summary>
    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (settings.Fault is { } wrong)
        {
            yield return wrong;
            yield break;
        }

        if (bots.Current is not { } bot)
        {
            yield return new Finding("there is no bot yet", "Ask @BotFather for one (/newbot), then keep its token: ./tbos set Telegram__Token");
            yield break;
        }

        var me = await bot.Client.GetMe(cancellationToken);
        yield return new Finding($"the bot answers: @{me.Username}");
        yield return await WebhookAsync(bot, cancellationToken);
        foreach (var (language, code) in new[] { (Languages.Portuguese, (string?)null), (Languages.Portuguese, "pt"), (Languages.English, "en") })
        {
            yield return await CommandsAsync(bot, commands.In(language), code, cancellationToken);
            yield return await ProfileAsync(bot, language, code, cancellationToken);
        }
    }

    private async Task<Finding> WebhookAsync(TelegramClient bot, CancellationToken cancellationToken)
    {
        if (settings.Mode != TelegramMode.Webhook)
        {
            await bot.Client.DeleteWebhook(false, cancellationToken);
            return (await bot.Client.GetWebhookInfo(cancellationToken)).Url.Length == 0
                ? new Finding("no webhook: updates are asked for while ./tbos run runs")
                : new Finding("a webhook is still set", "Another program sets it for the same bot: stop that one, then run this again.");
        }

        if (settings.WebhookUrl is not { } url)
        {
            return new Finding("a webhook needs a public address", "Set Public__Url to the https address of this house, or Telegram__Mode to polling.");
        }

        await bot.Client.SetWebhook(url, allowedUpdates: TelegramIntake.Kinds, secretToken: secret.Ensure(), cancellationToken: cancellationToken);
        return (await bot.Client.GetWebhookInfo(cancellationToken)).Url == url
            ? new Finding($"Telegram posts updates to {url}; your proxy passes that path on to 127.0.0.1:{settings.WebhookPort}")
            : new Finding("Telegram did not keep the webhook", "Run this again; another program may set it for the same bot.");
    }

    private static async Task<Finding> CommandsAsync(TelegramClient bot, IReadOnlyList<BotCommand> wanted, string? code, CancellationToken cancellationToken)
    {
        await bot.Client.SetMyCommands(wanted, languageCode: code, cancellationToken: cancellationToken);
        var there = await bot.Client.GetMyCommands(languageCode: code, cancellationToken: cancellationToken);
        return there.Select(command => (command.Command, command.Description)).SequenceEqual(wanted.Select(command => (command.Command, command.Description)))
            ? new Finding($"{wanted.Count} commands{Named(code)}: {string.Join(' ', wanted.Select(command => $"/{command.Command}"))}")
            : new Finding($"Telegram did not keep the commands{Named(code)}", "Run this again.");
    }

    private static async Task<Finding> ProfileAsync(TelegramClient bot, System.Globalization.CultureInfo language, string? code, CancellationToken cancellationToken)
    {
        language.Speak();
        var (description, shortly) = (Text["Description"], Text["ShortDescription"]);
        await bot.Client.SetMyDescription(description, code, cancellationToken);
        await bot.Client.SetMyShortDescription(shortly, code, cancellationToken);
        return (await bot.Client.GetMyDescription(code, cancellationToken)).Description == description
            && (await bot.Client.GetMyShortDescription(code, cancellationToken)).ShortDescription == shortly
            ? new Finding($"the profile{Named(code)}: {shortly}")
            : new Finding($"Telegram did not keep the profile{Named(code)}", "Run this again.");
    }

    private static string Named(string? code) => code is null ? "" : $" ({code})";
}

/// <summary>The secret by which Telegram's own calls are known: made once, and kept encrypted.</summary>
internal sealed class TelegramSecret(TelegramSettings settings, DataDirectory files)
{
    private const string Setting = "Telegram:WebhookSecret";
    private readonly Lock _gate = new();

    /// <summary>The secret, made where there is none.</summary>
    public string Ensure()
    {
        lock (_gate)
        {
            if (settings.WebhookSecret is { } known)
            {
                return known;
            }

            // Another process may have made it just now, before this one has read it.
            var kept = new KeptSettings(files.Root);
            if (kept.Read().TryGetValue(Setting, out var theirs) && theirs is not null)
            {
                return theirs;
            }

            var made = Accounts.Secrets.New();
            kept.Set(Setting, made, files);
            return made;
        }
    }
}
