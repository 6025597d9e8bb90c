using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace TbPersonalOs.Common.Telegram;

/// <summary>How updates come to the webhook.</summary>
public sealed record BotDelivery
{
    /// <summary>What falls by chance falls so again with the same seed.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Share of the updates that come a second time, soon or some updates later.</summary>
    public double Duplicates { get; init; }

    /// <summary>Share of the updates that overtake the one before them in their chat, where that one still waits.</summary>
    public double Reordered { get; init; }

    /// <summary>Pause before what was not taken is sent again; it doubles, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long Telegram waits for an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>An update that was posted to the webhook.</summary>
/// <param name="UpdateId">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Status">What the webhook answered; 0 for nothing.</param>
/// <param name="Took">How long that took.</param>
/// <param name="IsCopy">Whether it had been taken before.</param>
public sealed record BotPost(int UpdateId, DateTimeOffset At, int Status, TimeSpan Took, bool IsCopy);

/// <summary>Where and how the bot wants to be told.</summary>
/// <param name="Url">The address that it named.</param>
/// <param name="Secret">What the header holds.</param>
/// <param name="MostConnections">How many at once.</param>
internal sealed record BotWebhookPlace(string Url, string? Secret, int MostConnections);

/// <summary>Posts updates to a webhook: those of a chat one after the other, each until it is taken.</summary>
internal sealed class BotWebhook(BotWebhookPlace place, Func<Uri> leadsTo, BotUpdates updates, TimeProvider clock, BotDelivery delivery, ConcurrentQueue<BotPost> log, BotSignal signal) : IAsyncDisposable
{
    private const int FurthestCopy = 4;
    private readonly Lock _gate = new();
    private readonly Random _chance = new(delivery.Seed);
    private readonly Dictionary<long, Line> _lines = [];
    private readonly SemaphoreSlim _connections = new(place.MostConnections);
    private readonly CancellationTokenSource _over = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = delivery.Patience };
    private bool _held;

    public BotWebhookPlace Place => place;

    /// <summary>When it last went wrong, and how.</summary>
    public (DateTimeOffset At, string Why)? LastError { get; private set; }

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _lines.Values.All(line => line.Ready.Count == 0 && line.Copies.Count == 0 && !line.Runs);
            }
        }
    }

    public void Add(BotUpdate update)
    {
        lock (_gate)
        {
            var line = _lines.TryGetValue(update.Line, out var known) ? known : _lines[update.Line] = new Line();
            var (overtakes, again, later) = (_chance.NextDouble() < delivery.Reordered, _chance.NextDouble() < delivery.Duplicates, _chance.Next(FurthestCopy));
            line.Ready.Insert(overtakes && line.Ready.Count > 0 ? line.Ready.Count - 1 : line.Ready.Count, (update, again ? later : null));
            Begin(line);
        }
    }

    /// <summary>Holds everything back, or lets it go.</summary>
    public void Hold(bool held)
    {
        lock (_gate)
        {
            _held = held;
            foreach (var line in _lines.Values)
            {
                Begin(line);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_gate)
        {
            _held = true;
            running = [.. _lines.Values.Select(line => line.Run)];
        }

        await _over.CancelAsync();
        await Task.WhenAll(running);
        _http.Dispose();
        _connections.Dispose();
        _over.Dispose();
    }

    private void Begin(Line line)
    {
        if (!_held && !line.Runs)
        {
            line.Runs = true;
            line.Run = Task.Run(() => RunAsync(line));
        }
    }

    private async Task RunAsync(Line line)
    {
        while (Take(line) is var (update, isCopy))
        {
            var pause = delivery.Pause;
            while (isCopy || updates.StillWaits(update))
            {
                if (_over.IsCancellationRequested || await PostAsync(update, place.Secret, isCopy) is >= 200 and <= 299)
                {
                    break;
                }

                await Task.Delay(pause, clock, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < delivery.LongestPause ? pause * 2 : delivery.LongestPause;
            }
        }

        signal.Pulse();
    }

    private (BotUpdate Update, bool IsCopy)? Take(Line line)
    {
        lock (_gate)
        {
            if (_held)
            {
                line.Runs = false;
                return null;
            }

            if (line.Copies.FindIndex(copy => copy.After <= 0 || line.Ready.Count == 0) is var due and >= 0)
            {
                var again = line.Copies[due].Update;
                line.Copies.RemoveAt(due);
                return (again, true);
            }

            if (line.Ready.Count == 0)
            {
                line.Runs = false;
                return null;
            }

            var (next, copyAfter) = line.Ready[0];
            line.Ready.RemoveAt(0);
            line.Copies = [.. line.Copies.Select(copy => (copy.Update, copy.After - 1))];
            if (copyAfter is { } after)
            {
                line.Copies.Add((next, after));
            }

            return (next, false);
        }
    }

    /// <summary>Posts an update once. Returns the status; 0 where nobody answered.</summary>
    public async Task<int> PostAsync(BotUpdate update, string? secret, bool isCopy)
    {
        var (at, began, status, why) = (DateTimeOffset.MinValue, 0L, 0, "");
        try
        {
            await _connections.WaitAsync(_over.Token);
            try
            {
                (at, began) = (clock.GetUtcNow(), TimeProvider.System.GetTimestamp());
                using var request = new HttpRequestMessage(HttpMethod.Post, leadsTo()) { Content = new ByteArrayContent(update.Body) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                if (secret is not null)
                {
                    request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
                }

                using var answer = await _http.SendAsync(request, _over.Token);
                (status, why) = ((int)answer.StatusCode, $"Wrong response from the webhook: {(int)answer.StatusCode} {answer.ReasonPhrase}");
            }
            finally
            {
                _connections.Release();
            }
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            why = away is HttpRequestException ? "Connection refused" : "Connection timed out";
        }

        if (_over.IsCancellationRequested && status == 0)
        {
            return 0;
        }

        log.Enqueue(new BotPost(update.Id, at, status, TimeProvider.System.GetElapsedTime(began), isCopy));
        if (status is >= 200 and <= 299)
        {
            updates.Confirm(update.Id);
        }
        else
        {
            LastError = (at, why);
        }

        signal.Pulse();
        return status;
    }

    /// <summary>What waits for one chat. A copy comes when as many others as it says have gone between.</summary>
    private sealed class Line
    {
        public List<(BotUpdate Update, int? CopyAfter)> Ready { get; } = [];

        public List<(BotUpdate Update, int After)> Copies { get; set; } = [];

        public bool Runs { get; set; }

        public Task Run { get; set; } = Task.CompletedTask;
    }
}
