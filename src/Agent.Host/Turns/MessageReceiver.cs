using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>The one way in for what a person says: checks it, commits it, and sees that its turn runs.</summary>
internal sealed class MessageReceiver(
    AppDbContext db, CurrentUser user, TurnStore store, TurnRunner runner, LiveTurns live, StoredTurns stored, TurnSteps steps, TimeProvider clock)
{
    /// <summary>Most characters of one message.</summary>
    public const int MostCharacters = 200_000;

    private const int MostOfAName = 200;
    private static readonly TimeSpan MostDelay = TimeSpan.FromDays(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(150);
    private static readonly Texts Text = new(typeof(MessageReceiver));

    /// <summary>Commits the message and starts its turn.</summary>
    /// <exception cref="ToolException">invalid: empty or far too long.</exception>
    public async Task<Received> ReceiveAsync(NewMessage message, CancellationToken cancellationToken)
    {
        CheckName(message.ExternalId, "id");
        CheckName(message.Chat, "conversation");
        var text = Normalise(message.Text ?? "");
        if (string.IsNullOrWhiteSpace(text) && message.Attachments.Count == 0)
        {
            throw new ToolException(ErrorCode.Invalid, Text["EmptyMessage"]) { Parameter = "text" };
        }

        if (text.Length > MostCharacters)
        {
            throw new ToolException(ErrorCode.OverLimit, Text["LongMessage", MostCharacters]) { Parameter = "text" };
        }

        if (message.SaidAt < clock.GetUtcNow() - MostDelay)
        {
            throw new ToolException(ErrorCode.Invalid, Text["SaidTooLongAgo", MostDelay.Days]) { Parameter = "saidAt" };
        }

        // A message from the future would make "em 20 minutos" wait for ever: it counts as said now.
        var saidAt = message.SaidAt > clock.GetUtcNow() ? clock.GetUtcNow() : message.SaidAt;
        var received = await store.ReceiveAsync(user.Required, message with { Text = text, SaidAt = saidAt }, cancellationToken);
        await steps.ReachedAsync(TurnStep.Received);
        if (received.Begins)
        {
            runner.Start(user.Required, received.TurnId!.Value, 1);
        }

        return received;
    }

    /// <summary>The events of the turn that answers a message, once it has one.</summary>
    public async IAsyncEnumerable<NumberedEvent> WatchAsync(Received received, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var turnId = received.TurnId;
        while (turnId is null)
        {
            await Task.Delay(Poll, cancellationToken);
            turnId = await db.Set<IncomingMessage>().Where(row => row.Id == received.MessageId).Select(row => row.TurnId)
                .SingleAsync(cancellationToken);
        }

        await foreach (var told in WatchTurnAsync(turnId.Value, null, cancellationToken))
        {
            yield return told;
        }
    }

    /// <summary>The events of a turn after the one with that id: as they come where it runs here, in one piece where it is stored.</summary>
    public async IAsyncEnumerable<NumberedEvent> WatchTurnAsync(
        Guid turnId, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (live.Find(turnId) is { } running)
            {
                await foreach (var told in running.ReadAsync(after, cancellationToken))
                {
                    yield return told;
                }

                if (running.Finished)
                {
                    yield break;
                }

                after = null;
                continue;
            }

            if (await stored.FindAsync(turnId, cancellationToken) is { State: not TurnState.Running } ended)
            {
                foreach (var told in StoredTurns.EventsOf(ended))
                {
                    yield return told;
                }

                yield break;
            }

            // Another process runs it.
            await Task.Delay(Poll, cancellationToken);
        }
    }

    /// <summary>Names that a sender gives are short and plain: they are keys.</summary>
    private static void CheckName(string name, string parameter)
    {
        if (name.Length is 0 or > MostOfAName || name.Any(char.IsControl) || name.Any(char.IsSurrogate))
        {
            throw new ToolException(ErrorCode.Invalid, Text["BadName", parameter, MostOfAName]) { Parameter = parameter };
        }
    }

    /// <summary>The same words without what no text may hold: NUL and other control characters, halves of characters.</summary>
    private static string Normalise(string text) => SafeText.Of(text).Normalize().Trim();
}
