namespace TbPersonalOs.Common.Telegram;

/// <summary>Telegram's flood control: a message a second in a chat, twenty a minute in a group, thirty a second in all. Who comes too soon is told how long to wait.</summary>
internal sealed class BotFlood(TimeProvider clock)
{
    private const int MostInAll = 30;
    private const int MostInAGroup = 20;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, long> _shutUntil = [];
    private readonly Dictionary<long, Queue<long>> _sent = [];
    private readonly Queue<long> _all = new();

    /// <summary>Whether it counts. What the test shut stays shut either way.</summary>
    public bool Counts { get; set; }

    /// <summary>Lets nothing into the chat for a while.</summary>
    public void Shut(long chat, TimeSpan pause) => _shutUntil[chat] = clock.GetTimestamp() + Ticks(pause);

    /// <summary>A message to the chat; refused where it comes too soon.</summary>
    public void Pass(SeenChat chat)
    {
        var now = clock.GetTimestamp();
        if (_shutUntil.TryGetValue(chat.Id, out var until) && until > now)
        {
            throw TooSoon(until - now);
        }

        if (!Counts)
        {
            return;
        }

        var here = _sent.TryGetValue(chat.Id, out var known) ? known : _sent[chat.Id] = new Queue<long>();
        var wait = Math.Max(Wait(_all, MostInAll, Second, now), chat.IsGroup ? Wait(here, MostInAGroup, Minute, now) : Wait(here, 1, Second, now));
        if (wait > 0)
        {
            _shutUntil[chat.Id] = now + wait;
            throw TooSoon(wait);
        }

        here.Enqueue(now);
        _all.Enqueue(now);
    }

    private long Wait(Queue<long> sent, int most, TimeSpan window, long now)
    {
        while (sent.TryPeek(out var first) && first + Ticks(window) <= now)
        {
            sent.Dequeue();
        }

        return sent.Count < most ? 0 : sent.Peek() + Ticks(window) - now;
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    private BotRefusal TooSoon(long wait)
    {
        var seconds = (int)Math.Max(1, Math.Ceiling((double)wait / clock.TimestampFrequency));
        return new BotRefusal(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };
    }
}
