using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace TbPersonalOs.Common.Telegram;

/// <summary>
/// A Telegram of our own on 127.0.0.1: the Bot API, the people who talk to the bot, and what they see. Each call, answer and update is held
/// against the contract; what is wrong stands in <see cref="Invalid"/>. Delivers by webhook or long poll, and can fail as Telegram does.
/// </summary>
public sealed partial class FakeBotApi : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly BotSignal _signal = new();
    private readonly BotUpdates _updates;
    private readonly BotLink _link;
    private readonly BotFiles _files = new();
    private readonly BotProfile _profile = new();
    private readonly BotParts _parts;
    private readonly ConcurrentDictionary<long, SeenChat> _chats = new();
    private readonly ConcurrentDictionary<string, SeenPress> _presses = new();

    private FakeBotApi(WebApplication app, TimeProvider clock)
    {
        (_app, Clock, Flood) = (app, clock, new BotFlood(clock));
        _updates = new BotUpdates(clock, _signal);
        _link = new BotLink(_updates, clock, _signal);
        _parts = new BotParts(new BotMessages(this, _files), _profile, _files);
        app.Map("/bot{token}/{method}", CallAsync);
        app.Map("/file/bot{token}/{**path}", FileAsync);
    }

    /// <summary>The bot's id.</summary>
    public const long BotId = 123456789;

    /// <summary>What the bot is called.</summary>
    public const string Name = "Casa";

    /// <summary>The token that it takes: <c>Telegram__Token</c>.</summary>
    public static readonly string Token = $"{BotId}:fake-token_for-tests_AAAAAAAAAAAAAAAA";

    /// <summary>The tokens that it takes; a test may revoke one.</summary>
    public ConcurrentDictionary<string, bool> Tokens { get; } = new() { [Token] = true };

    /// <summary>The clock of its time stamps, its flood control and its pauses.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where it listens: <c>Telegram__BaseUrl</c>.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>All calls, in the order in which they came.</summary>
    public ConcurrentQueue<BotCall> Journal { get; } = new();

    /// <summary>What was wrong with which call, answer or update.</summary>
    public ConcurrentQueue<string> Invalid { get; } = new();

    /// <summary>Whether more than one message a second in a chat, or thirty in all, is a flood.</summary>
    public bool FloodControl
    {
        get => Flood.Counts;
        set => Flood.Counts = value;
    }

    /// <summary>Whether an edit counts as a message for flood control. Telegram is milder there.</summary>
    public bool FloodCountsEdits { get; set; }

    /// <summary>How updates come to a webhook that is set from now on.</summary>
    public BotDelivery Delivery
    {
        get => _link.Delivery;
        set => _link.Delivery = value;
    }

    /// <summary>Where updates are posted to in place of the address that was set: that one is public, and leads nowhere here.</summary>
    public Uri? Address
    {
        get => _link.Address;
        set => _link.Address = value;
    }

    /// <summary>Address of the webhook; null where none is set.</summary>
    public string? WebhookUrl => _link.Place?.Url;

    /// <summary>The secret that the bot named for its webhook.</summary>
    public string? WebhookSecret => _link.Place?.Secret;

    /// <summary>What was posted to webhooks, and what came back.</summary>
    public ConcurrentQueue<BotPost> Posts => _link.Posts;

    /// <summary>Number of the next update. It may jump.</summary>
    public int NextUpdate
    {
        get => _updates.Next;
        set => _updates.Next = value;
    }

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int Waiting => _updates.Waiting;

    /// <summary>Updates that were dropped since nobody took them within a day.</summary>
    public int Dropped => _updates.Dropped;

    internal BotFlood Flood { get; }

    /// <summary>A fake on a free port. The test is skipped by name where the contract is missing.</summary>
    public static async Task<FakeBotApi> StartAsync(TimeProvider? clock = null)
    {
        Assert.NotEmpty(BotContract.Methods);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var fake = new FakeBotApi(builder.Build(), clock ?? TimeProvider.System);
        await fake._app.StartAsync();
        fake.BaseUrl = new Uri(fake._app.Urls.Single());
        return fake;
    }

    /// <summary>A chat as its person sees it. One that is asked for is known: its person has begun to talk with the bot.</summary>
    public SeenChat Chat(long id) => _chats.GetOrAdd(id, one => new SeenChat(one));

    /// <summary>Calls of a method, in the order in which they came.</summary>
    public IReadOnlyList<BotCall> Calls(string method) => [.. Journal.Where(call => call.Method == method)];

    /// <summary>Buttons that were pressed, oldest first.</summary>
    public IReadOnlyList<SeenPress> Presses => [.. _presses.Values.OrderBy(press => press.UpdateId)];

    /// <summary>What the bot answered to presses, by their id; of one that it answered without a word, nothing.</summary>
    public IReadOnlyDictionary<string, string> Answered => _presses.Values.Where(press => press.AnsweredAt is not null).ToDictionary(press => press.Id, press => press.Answer ?? "");

    /// <summary>The commands that a person's app offers, as JSON; null where none were set.</summary>
    public string? Commands(string language = "", string scope = "default") => _profile.Commands(scope, language);

    /// <summary>What the bot says of itself: <c>name</c>, <c>description</c>, <c>short_description</c>; null where nothing was set.</summary>
    public string? Said(string what, string language = "") => _profile.Said(what, language);

    /// <summary>Holds back what would be posted to the webhook until <see cref="Release"/>: then duplicates and order fall by the seed alone.</summary>
    public void Hold() => _link.Hold(true);

    /// <summary>Lets go what was held back.</summary>
    public void Release() => _link.Hold(false);

    /// <summary>Posts an update to the webhook once more, whether it was taken or not. Returns the status; 0 where nobody answered.</summary>
    public Task<int> DeliverAsync(int updateId, string? secret = null) => _link.PostAsync(updateId, secret);

    /// <summary>Posts once more what told of a message.</summary>
    public Task<int> DeliverAsync(SeenMessage message, string? secret = null) => DeliverAsync(message.UpdateId, secret);

    /// <summary>Looks again whenever something has happened here, until there is something to see.</summary>
    public async Task<T> SeeAsync<T>(Func<T?> look) where T : class
    {
        using var late = new CancellationTokenSource(Deadline);
        while (true)
        {
            var next = _signal.NextAsync();
            if (look() is { } seen)
            {
                return seen;
            }

            await next.WaitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.False(late.IsCancellationRequested, $"Nothing to see after {Deadline.TotalSeconds} s. The last calls:\n{string.Join('\n', Journal.TakeLast(10))}");
        }
    }

    /// <summary>Waits until the bot has confirmed all that happened, copies included.</summary>
    public Task IdleAsync() => SeeAsync(() => _link.IsIdle ? this : null);

    /// <summary>Fails with all that was wrong.</summary>
    public void AssertAllValid() => Assert.True(Invalid.IsEmpty, string.Join('\n', Invalid.Take(20)));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _updates.EndAsking();
        await _link.DisposeAsync();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    internal SeenChat? FindChat(long id) => _chats.GetValueOrDefault(id);

    internal SeenPress? FindPress(string id) => _presses.GetValueOrDefault(id);

    internal void FloodEdit(SeenChat chat)
    {
        if (FloodCountsEdits)
        {
            Flood.Pass(chat);
        }
    }

    internal JsonObject Envelope(SeenChat chat, JsonObject from, int id, DateTimeOffset at) => new()
    {
        ["message_id"] = id, ["from"] = from, ["chat"] = chat.ToJson(Person(chat.Id)), ["date"] = at.ToUnixTimeSeconds(),
    };

    internal static JsonObject Me() => new() { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = Name, ["username"] = "casa_bot" };

    internal static JsonObject Self()
    {
        var self = Me();
        (self["can_join_groups"], self["can_read_all_group_messages"], self["supports_inline_queries"]) = (true, false, false);
        return self;
    }

    /// <summary>A message as another one quotes it: without what that one quotes.</summary>
    internal static JsonNode Quoted(SeenMessage message)
    {
        var quoted = message.Json.DeepClone().AsObject();
        quoted.Remove("reply_to_message");
        return quoted;
    }
}
