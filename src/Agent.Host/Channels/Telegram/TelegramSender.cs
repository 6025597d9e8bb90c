using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Sends what leaves by Telegram: each chat in its order, the chats side by side. Shows cards anew when they change.</summary>
internal sealed partial class TelegramSender(
    IServiceScopeFactory scopes, OutboxNews outbox, CardNews cards, TelegramClients bots, ILogger<TelegramSender> logger) : BackgroundService
{
    private readonly SerialQueues<(Guid Person, string Chat)> _queues = new();

    /// <summary>Looks what leaves for a person, and sends it.</summary>
    public async Task LookAsync(Guid person, CancellationToken cancellationToken)
    {
        if (bots.Current is not { } bot)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
        var chats = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<OutboxMessage>()
            .Where(row => row.Channel == Outbox.Telegram && (row.State == DeliveryState.Waiting || row.State == DeliveryState.Sending))
            .Select(row => row.Chat).Distinct().ToListAsync(cancellationToken);
        foreach (var chat in chats)
        {
            _queues.Add((person, chat), () => SendAsync(bot, person, chat, cancellationToken));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(ReadAsync(outbox.ReadAsync(stoppingToken), person => LookAsync(person, stoppingToken), stoppingToken),
            ReadAsync(cards.ListenToAll(stoppingToken), card => ShowAsync(card.Person, card.Card, stoppingToken), stoppingToken));

    private async Task SendAsync(TelegramClient bot, Guid person, string chat, CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
                if (await scope.ServiceProvider.GetRequiredService<TelegramDelivery>().SendNextAsync(bot, chat, cancellationToken) is not { } wait)
                {
                    return;
                }

                if (wait > TimeSpan.Zero)
                {
                    // Others may look at the chat meanwhile; who comes first sends.
                    _ = Task.Delay(wait, cancellationToken).ContinueWith(
                        _ => outbox.Tell(person), cancellationToken, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
                    return;
                }
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Its work row stays: the sweep comes back to it.
            LogFailed(fault);
        }
        catch (OperationCanceledException)
        {
            // The house closes.
        }
    }

    private async Task ShowAsync(Guid person, Guid card, CancellationToken cancellationToken)
    {
        if (bots.Current is null)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
        await scope.ServiceProvider.GetRequiredService<PersonLoader>().LoadAsync(person, cancellationToken);
        scope.ServiceProvider.GetRequiredService<Person>().Speak();
        await scope.ServiceProvider.GetRequiredService<TelegramCards>().ShowAsync(card, cancellationToken);
    }

    private async Task ReadAsync<T>(IAsyncEnumerable<T> news, Func<T, Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var one in news.WithCancellation(cancellationToken))
            {
                try
                {
                    await look(one);
                }
                catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
                {
                    LogFailed(fault);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The house closes.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram's sender stumbled")]
    private partial void LogFailed(Exception fault);
}
