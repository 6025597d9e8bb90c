using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Telegram;

/// <summary>How the bot is told what happens: by webhook or by long polling, never both.</summary>
internal sealed partial class BotLink(BotUpdates updates, TimeProvider clock, BotSignal signal) : IAsyncDisposable
{
    private const int MostAtOnce = 100;
    private const int UsualConnections = 40;
    private static readonly int[] Ports = [443, 80, 88, 8443];

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<int, BotUpdate> _told = new();
    private readonly SemaphoreSlim _one = new(1);
    private BotWebhook? _webhook;
    private bool _held;

    /// <summary>How a webhook is served from now on.</summary>
    public BotDelivery Delivery { get; set; } = new();

    /// <summary>Where updates are posted to; null for where the webhook's own address leads.</summary>
    public Uri? Address { get; set; }

    /// <summary>All posts to webhooks.</summary>
    public ConcurrentQueue<BotPost> Posts { get; } = new();

    /// <summary>The webhook; null where none is set.</summary>
    public BotWebhookPlace? Place => _webhook?.Place;

    /// <summary>Whether the bot has all that happened.</summary>
    public bool IsIdle => updates.Waiting == 0 && _webhook?.IsIdle != false;

    /// <summary>Tells the bot. Returns the update's number.</summary>
    public int Tell(string kind, JsonNode what, long line, bool foreign)
    {
        lock (_gate)
        {
            var (id, update) = updates.Add(kind, what, line, foreign);
            if (update is not null)
            {
                _told[id] = update;
                _webhook?.Add(update);
            }

            return id;
        }
    }

    /// <summary>Holds back what is posted, or lets it go.</summary>
    public void Hold(bool held)
    {
        lock (_gate)
        {
            _held = held;
            _webhook?.Hold(held);
        }
    }

    /// <summary>Posts once more what was told. Returns the webhook's answer.</summary>
    public async Task<int> PostAsync(int updateId, string? secret)
    {
        var webhook = _webhook ?? throw new InvalidOperationException("No webhook is set.");
        return await webhook.PostAsync(_told[updateId], secret ?? webhook.Place.Secret, isCopy: true);
    }

    public async Task<JsonNode> SetAsync(BotCall call)
    {
        var url = call.String("url")!;
        var place = url.Length == 0 ? null : new BotWebhookPlace(Reachable(url), Secret(call), (int)(call.Number("max_connections") ?? UsualConnections));
        if (place is { MostConnections: < 1 or > 100 })
        {
            throw BotRefusal.Bad("bad webhook: max_connections is from 1 to 100");
        }

        KeepAllowed(call);
        await ReplaceAsync(place, call.Is("drop_pending_updates"));
        return true;
    }

    public async Task<JsonNode> DeleteAsync(BotCall call)
    {
        await ReplaceAsync(null, call.Is("drop_pending_updates"));
        return true;
    }

    public JsonNode Info()
    {
        var webhook = _webhook;
        var info = new JsonObject { ["url"] = webhook?.Place.Url ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = updates.Waiting };
        if (webhook is not null)
        {
            info["max_connections"] = webhook.Place.MostConnections;
        }

        if (webhook?.LastError is { } last)
        {
            (info["last_error_date"], info["last_error_message"]) = (last.At.ToUnixTimeSeconds(), last.Why);
        }

        if (updates.Allowed is { Count: > 0 } allowed)
        {
            info["allowed_updates"] = new JsonArray([.. allowed.Select(kind => JsonValue.Create(kind))]);
        }

        return info;
    }

    public async Task<JsonNode> AskAsync(BotCall call, CancellationToken cancellationToken)
    {
        if (_webhook is not null)
        {
            throw new BotRefusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        KeepAllowed(call);
        var (limit, patience) = ((int)Math.Clamp(call.Number("limit") ?? MostAtOnce, 1, MostAtOnce), TimeSpan.FromSeconds(call.Number("timeout") ?? 0));
        var found = await updates.AskAsync((int)(call.Number("offset") ?? 0), limit, patience, cancellationToken);
        return new JsonArray([.. found.Select(update => JsonNode.Parse(update.Body))]);
    }

    public async ValueTask DisposeAsync()
    {
        await ReplaceAsync(null, false);
        _one.Dispose();
    }

    /// <summary>One after the other, as several processes of a house may set it at once.</summary>
    private async Task ReplaceAsync(BotWebhookPlace? place, bool forget)
    {
        await _one.WaitAsync();
        try
        {
            await EndAsync(forget);
            Begin(place);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task EndAsync(bool forget)
    {
        BotWebhook? before;
        lock (_gate)
        {
            (before, _webhook) = (_webhook, null);
        }

        if (before is not null)
        {
            await before.DisposeAsync();
        }

        if (forget)
        {
            updates.Clear();
        }
    }

    private void Begin(BotWebhookPlace? place)
    {
        if (place is null)
        {
            return;
        }

        updates.EndAsking();
        lock (_gate)
        {
            _webhook = new BotWebhook(place, () => Address ?? new Uri(place.Url), updates, clock, Delivery, Posts, signal);
            _webhook.Hold(_held);
            foreach (var update in updates.List())
            {
                _webhook.Add(update);
            }
        }
    }

    /// <summary>Whoever names no kinds keeps those named before.</summary>
    private void KeepAllowed(BotCall call)
    {
        if (call.Get("allowed_updates") is { } kinds)
        {
            updates.Allowed = [.. kinds.EnumerateArray().Select(kind => kind.GetString()!)];
        }
    }

    private static string Reachable(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var read) || read.Scheme != "https" ? throw BotRefusal.Bad("bad webhook: An HTTPS URL must be provided for webhook")
        : Ports.Contains(read.Port) ? url : throw BotRefusal.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");

    private static string? Secret(BotCall call) => call.String("secret_token") is not { Length: > 0 } secret ? null
        : SecretLetters().IsMatch(secret) ? secret : throw BotRefusal.Bad("secret token contains unallowed characters");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretLetters();
}
