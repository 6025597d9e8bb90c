using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Npgsql;
using NodaTime;
using Telegram.Bot;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Telegram;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>
/// Keeps updates coming: sees to the webhook where the house has a public address, else asks for them by long polling, in one process of
/// several. Begins anew when a setting changes, so that a new token works without a restart.
/// </summary>
internal sealed partial class TelegramLink(
    IServiceScopeFactory scopes, TelegramSettings settings, TelegramClients bots, TelegramIntake intake, TelegramSecret secret, NpgsqlDataSource source, TimeProvider clock, ILogger<TelegramLink> logger)
    : BackgroundService
{
    private const int PollSeconds = 25;
    private static readonly Duration Kept = Duration.FromHours(24);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly Texts Text = new(typeof(TelegramLink));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            using var changed = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            using var watch = ChangeToken.OnChange(settings.Configuration.GetReloadToken, changed.Cancel);
            try
            {
                await LinkAsync(changed.Token);
            }
            catch (Exception) when (changed.IsCancellationRequested)
            {
                // Settings have changed, or the house closes.
            }
            catch (Exception away)
            {
                LogAway(away.Message);
                await Task.Delay(Pause, changed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LinkAsync(CancellationToken cancellationToken)
    {
        if (bots.Current is not { } bot || settings.Mode == TelegramMode.Off)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return;
        }

        if (settings.Mode == TelegramMode.Webhook)
        {
            await KeepWebhookAsync(bot, cancellationToken);
        }
        else
        {
            await PollAsync(bot, cancellationToken);
        }
    }

    private async Task KeepWebhookAsync(TelegramClient bot, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (settings.WebhookUrl is { } url && (await bot.Client.GetWebhookInfo(cancellationToken)).Url != url)
            {
                await bot.Client.SetWebhook(url, allowedUpdates: TelegramIntake.Kinds, secretToken: secret.Ensure(), cancellationToken: cancellationToken);
                LogWebhook();
            }

            await HeardAsync(bot, cancellationToken);
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    private async Task PollAsync(TelegramClient bot, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var take = new NpgsqlCommand("select pg_try_advisory_lock(7405203, $1)", connection) { Parameters = { new() { Value = bot.Id.GetHashCode() } } };
        while (!(bool)(await take.ExecuteScalarAsync(cancellationToken))!)
        {
            // Another process asks.
            await Task.Delay(Pause, cancellationToken);
        }

        if ((await bot.Client.GetWebhookInfo(cancellationToken)).Url.Length > 0)
        {
            await bot.Client.DeleteWebhook(false, cancellationToken);
        }

        LogPolling();
        var next = await NextAsync(bot, cancellationToken);
        while (true)
        {
            var updates = await bot.Client.GetUpdates((int)next, timeout: PollSeconds, allowedUpdates: TelegramIntake.Kinds, cancellationToken: cancellationToken);
            // Asking for the next one tells Telegram that those before are kept: so each is committed first.
            await HeardAsync(bot, cancellationToken);
            foreach (var update in updates)
            {
                await intake.TakeAsync(bot, update, cancellationToken);
                next = update.Id + 1;
            }

            if (updates.Length > 0)
            {
                await KeepNextAsync(bot, next, cancellationToken);
            }
        }
    }

    private async Task<long> NextAsync(TelegramClient bot, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<TelegramBot>().Where(row => row.BotId == bot.Id).Select(row => row.NextUpdate).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task KeepNextAsync(TelegramClient bot, long next, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync(
            $"update accounts.telegram_bots set next_update = {next} where bot_id = {bot.Id}", cancellationToken);
    }

    /// <summary>Notes that Telegram was heard now; a gap in which it dropped updates is told in every chat.</summary>
    private async Task HeardAsync(TelegramClient bot, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        var before = await db.Set<TelegramBot>().AsNoTracking().SingleOrDefaultAsync(row => row.BotId == bot.Id, cancellationToken);
        if (before?.HeardAt is { } heard && now - heard < TimeSpan.FromMinutes(1))
        {
            return;
        }

        if (before?.HeardAt is { } last && Duration.FromTimeSpan(now - last) > Kept)
        {
            await TellGapAsync(bot, last, now, cancellationToken);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into accounts.telegram_bots (bot_id, next_update, heard_at) values ({bot.Id}, 0, {now})
            on conflict (bot_id) do update set heard_at = excluded.heard_at
            """,
            cancellationToken);
    }

    private async Task TellGapAsync(TelegramClient bot, DateTimeOffset last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<TelegramChat>().Where(row => row.BotId == bot.Id).Select(row => row.UserId).Distinct().ToListAsync(cancellationToken);
        foreach (var one in people)
        {
            await using var theirs = scopes.CreateAsyncScope();
            theirs.ServiceProvider.GetRequiredService<CurrentUser>().Set(one);
            var person = theirs.ServiceProvider.GetRequiredService<Person>();
            await theirs.ServiceProvider.GetRequiredService<TelegramNotices>().SayEverywhereAsync(
                bot.Id, () => Text["Gap", Hours(now - last), Words.Of(person).When(now - Kept.ToTimeSpan())], cancellationToken);
        }
    }

    private static string Hours(TimeSpan gap) => string.Create(CultureInfo.CurrentCulture, $"{Math.Floor(gap.TotalHours):0} h");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram is out of reach: {Why}")]
    private partial void LogAway(string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram posts updates to the webhook")]
    private partial void LogWebhook();

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram is asked for updates")]
    private partial void LogPolling();
}
