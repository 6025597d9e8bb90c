using System.Text.Json;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>Something that the bot is told.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Line">Those of one line are told one after the other: the chat's id.</param>
/// <param name="Body">The update as it is sent.</param>
/// <param name="At">When it happened.</param>
internal sealed record BotUpdate(int Id, long Line, byte[] Body, DateTimeOffset At);

/// <summary>Updates that the bot has not confirmed. They are kept for a day.</summary>
internal sealed class BotUpdates(TimeProvider clock, BotSignal signal)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly string[] OnlyIfAsked = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, BotUpdate> _waiting = [];
    private int _asking;

    /// <summary>Number of the next update.</summary>
    public int Next { get; set; } = 700_000_001;

    /// <summary>The kinds that the bot wants; null for the usual ones.</summary>
    public IReadOnlyList<string>? Allowed { get; set; }

    /// <summary>How many were dropped because nobody fetched them within a day.</summary>
    public int Dropped { get; private set; }

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Numbers an update and keeps it until it is confirmed. Null where the bot does not want its kind; its number is used up all the same.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="what">Its particulars.</param>
    /// <param name="line">The chat.</param>
    /// <param name="foreign">Whether it is of a kind that is newer than the contract: then it comes whatever the bot wants.</param>
    public (int Id, BotUpdate? Update) Add(string kind, JsonNode what, long line, bool foreign)
    {
        lock (_gate)
        {
            var id = Next++;
            if (!foreign && (Allowed is { Count: > 0 } allowed ? !allowed.Contains(kind) : OnlyIfAsked.Contains(kind)))
            {
                return (id, null);
            }

            var update = new BotUpdate(id, line, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["update_id"] = id, [kind] = what }), clock.GetUtcNow());
            _waiting[id] = update;
            signal.Pulse();
            return (id, update);
        }
    }

    /// <summary>The bot has it.</summary>
    public void Confirm(int id)
    {
        lock (_gate)
        {
            _waiting.Remove(id);
            signal.Pulse();
        }
    }

    /// <summary>All that wait, oldest first. Those of more than a day ago are gone.</summary>
    public IReadOnlyList<BotUpdate> List()
    {
        lock (_gate)
        {
            var old = _waiting.Values.Where(IsOld).Select(update => update.Id).ToList();
            Dropped += old.Count;
            old.ForEach(id => _waiting.Remove(id));
            return [.. _waiting.Values];
        }
    }

    /// <summary>Whether Telegram would still send it.</summary>
    public bool StillWaits(BotUpdate update)
    {
        lock (_gate)
        {
            return _waiting.ContainsKey(update.Id) && !IsOld(update);
        }
    }

    /// <summary>Forgets all that wait.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
            signal.Pulse();
        }
    }

    /// <summary>Long polling: confirms those before the offset and waits for others. Whoever asks anew ends the one who asked before.</summary>
    public async Task<IReadOnlyList<BotUpdate>> AskAsync(int offset, int limit, TimeSpan patience, CancellationToken cancellationToken)
    {
        var mine = Take(offset);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(patience, clock, over.Token);
        while (true)
        {
            var changed = signal.NextAsync();
            if (Volatile.Read(ref _asking) != mine)
            {
                throw new BotRefusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
            }

            IReadOnlyList<BotUpdate> found = [.. List().Take(limit)];
            if (found.Count > 0 || late.IsCompleted)
            {
                await over.CancelAsync();
                return found;
            }

            await Task.WhenAny(changed, late);
        }
    }

    /// <summary>Ends whoever asks.</summary>
    public void EndAsking() => Take(0);

    private int Take(int offset)
    {
        lock (_gate)
        {
            var behind = offset < 0 ? _waiting.Keys.SkipLast(-offset) : _waiting.Keys.TakeWhile(id => id < offset);
            behind.ToList().ForEach(id => _waiting.Remove(id));
            var mine = ++_asking;
            signal.Pulse();
            return mine;
        }
    }

    private bool IsOld(BotUpdate update) => clock.GetUtcNow() - update.At > Kept;
}
