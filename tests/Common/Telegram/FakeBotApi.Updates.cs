using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

public sealed partial class FakeBotApi
{
    private readonly Lock _gate = new();
    private readonly SortedList<int, JsonObject> _waiting = [];
    private readonly ConcurrentDictionary<string, bool> _presses = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastUpdate = 1000;

    /// <summary>Whether updates wait for a long poll, or for a test to deliver them; else the webhook gets them as they come.</summary>
    public bool Holds { get; set; }

    /// <summary>A person writes. Returns the update.</summary>
    public JsonObject Say(long chat, string text, Action<JsonObject>? more = null) => Message(chat, message =>
    {
        message["text"] = text;
        more?.Invoke(message);
    });

    /// <summary>A person sends a message that is not made of words alone.</summary>
    public JsonObject Message(long chat, Action<JsonObject> fill, long? from = null)
    {
        var message = new JsonObject
        {
            ["message_id"] = Chat(chat).NextId(),
            ["date"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = ChatJson(chat),
            ["from"] = Person(from ?? Math.Abs(chat)),
        };
        fill(message);
        return Update("message", message);
    }

    /// <summary>A person edits what they wrote.</summary>
    public JsonObject Edit(JsonObject update, string text)
    {
        var message = update["message"]!.DeepClone().AsObject();
        message["text"] = text;
        message["edit_date"] = Clock.GetUtcNow().ToUnixTimeSeconds();
        return Update("edited_message", message);
    }

    /// <summary>A person answers one of the bot's messages.</summary>
    public JsonObject Reply(long chat, SeenMessage to, string text) => Say(chat, text, message => message["reply_to_message"] = MessageJson(Chat(chat), to));

    /// <summary>A person forwards what another wrote.</summary>
    public JsonObject Forward(long chat, string text) => Say(chat, text, message => message["forward_origin"] = new JsonObject
    {
        ["type"] = "hidden_user", ["sender_user_name"] = "Mallory", ["date"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
    });

    /// <summary>A person sends a file: <c>voice</c>, <c>audio</c> or <c>document</c>.</summary>
    public JsonObject File(long chat, string kind, byte[] bytes, string? mediaType = null, string? name = null, string? caption = null)
    {
        var id = $"f{Guid.NewGuid():N}";
        Files[id] = bytes;
        return Message(chat, message =>
        {
            var file = new JsonObject { ["file_id"] = id, ["file_unique_id"] = $"u{id}", ["file_size"] = bytes.Length };
            if (kind is "voice" or "audio")
            {
                file["duration"] = 3;
            }

            if (mediaType is not null)
            {
                file["mime_type"] = mediaType;
            }

            if (name is not null)
            {
                file["file_name"] = name;
            }

            if (kind == "photo")
            {
                (file["width"], file["height"]) = (90, 90);
            }

            message[kind] = kind == "photo" ? new JsonArray(file) : file;
            if (caption is not null)
            {
                message["caption"] = caption;
            }
        });
    }

    /// <summary>A person presses a button of a message.</summary>
    public JsonObject Press(long chat, SeenMessage message, string text, long? from = null) =>
        PressData(chat, message, message.Buttons.First(button => button.Text == text).Data, from);

    /// <summary>Somebody sends what stands, or does not stand, behind a button.</summary>
    public JsonObject PressData(long chat, SeenMessage message, string data, long? from = null)
    {
        var id = Guid.NewGuid().ToString("N");
        _presses[id] = true;
        return Update("callback_query", new JsonObject
        {
            ["id"] = id, ["from"] = Person(from ?? Math.Abs(chat)), ["chat_instance"] = "1", ["data"] = data, ["message"] = MessageJson(Chat(chat), message),
        });
    }

    /// <summary>An update of a kind. Held against the contract; delivered to the webhook unless <see cref="Holds"/>.</summary>
    public JsonObject Update(string kind, JsonObject content)
    {
        var update = new JsonObject { ["update_id"] = Interlocked.Increment(ref _lastUpdate), [kind] = content };
        foreach (var one in BotContract.CheckType("Update", update))
        {
            Invalid.Enqueue($"our update: {one}");
        }

        Queue(update);
        return update;
    }

    /// <summary>Puts an update where it waits for the webhook or a poll.</summary>
    public void Queue(JsonObject update)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            _waiting[update["update_id"]!.GetValue<int>()] = update;
            (waiting, _more) = (_more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        waiting.TrySetResult();
        if (!Holds && Settings.ContainsKey("webhook"))
        {
            _ = DeliverUntilTakenAsync(update);
        }
    }

    /// <summary>Posts an update to the webhook once. Returns the status; 0 where nobody answered.</summary>
    public async Task<int> DeliverAsync(JsonObject update, string? secret = null)
    {
        var webhook = Settings["webhook"];
        using var request = new HttpRequestMessage(HttpMethod.Post, Address ?? new Uri(webhook["url"]!.GetValue<string>()))
        {
            Content = new StringContent(update.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if ((secret ?? webhook["secret_token"]?.GetValue<string>()) is { } known)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", known);
        }

        try
        {
            using var answer = await _http.SendAsync(request);
            if (answer.IsSuccessStatusCode)
            {
                lock (_gate)
                {
                    _waiting.Remove(update["update_id"]!.GetValue<int>());
                }
            }

            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    /// <summary>Where updates are posted to in place of the address that was set: that one is public, and leads nowhere here.</summary>
    public Uri? Address { get; set; }

    private async Task DeliverUntilTakenAsync(JsonObject update)
    {
        while (!_stopping.IsCancellationRequested && await DeliverAsync(update) is < 200 or > 299)
        {
            await Task.Delay(200).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(int, JsonObject)> GetUpdatesAsync(JsonObject arguments, CancellationToken cancellationToken)
    {
        if (Settings.ContainsKey("webhook"))
        {
            return (409, Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        }

        var (offset, limit) = (arguments["offset"]?.GetValue<int>() ?? 0, arguments["limit"]?.GetValue<int>() ?? 100);
        var until = DateTime.UtcNow.AddSeconds(arguments["timeout"]?.GetValue<int>() ?? 0);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        while (true)
        {
            Task more;
            JsonObject[] updates;
            lock (_gate)
            {
                foreach (var old in _waiting.Keys.Where(id => id < offset).ToList())
                {
                    _waiting.Remove(old);
                }

                updates = [.. _waiting.Values.Take(limit).Select(update => update.DeepClone().AsObject())];
                more = _more.Task;
            }

            if (updates.Length > 0 || DateTime.UtcNow >= until || stop.IsCancellationRequested)
            {
                return (200, Result(new JsonArray([.. updates])));
            }

            await Task.WhenAny(more, Task.Delay(until - DateTime.UtcNow, stop.Token));
        }
    }

    private (int, JsonObject) SetWebhook(JsonObject arguments)
    {
        var url = arguments["url"]!.GetValue<string>();
        return url.Length == 0 ? Forget("webhook")
            : !url.StartsWith("https://", StringComparison.Ordinal) ? BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
            : Keep("webhook", arguments);
    }

    private JsonObject WebhookInfo()
    {
        var webhook = Settings.GetValueOrDefault("webhook");
        lock (_gate)
        {
            var info = new JsonObject
            {
                ["url"] = webhook?["url"]?.GetValue<string>() ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = _waiting.Count,
            };
            if (webhook?["allowed_updates"] is { } kinds)
            {
                info["allowed_updates"] = kinds.DeepClone();
            }

            return info;
        }
    }

    private static JsonObject Person(long id) => new()
    {
        ["id"] = id, ["is_bot"] = false, ["first_name"] = string.Create(CultureInfo.InvariantCulture, $"Pessoa {id}"), ["language_code"] = "pt-br",
    };

    private static JsonObject ChatJson(long id) => id < 0
        ? new JsonObject { ["id"] = id, ["type"] = "group", ["title"] = "Família" }
        : new JsonObject { ["id"] = id, ["type"] = "private", ["first_name"] = string.Create(CultureInfo.InvariantCulture, $"Pessoa {id}") };
}
