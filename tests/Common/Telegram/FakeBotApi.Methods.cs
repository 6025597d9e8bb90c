using System.Text.Json;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

public sealed partial class FakeBotApi
{
    private const int MostCharacters = 4096;

    /// <summary>Methods that it carries out.</summary>
    public static IReadOnlySet<string> Served { get; } = new HashSet<string>
    {
        "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "setMyCommands", "getMyCommands", "deleteMyCommands", "setMyDescription", "getMyDescription",
        "setMyShortDescription", "getMyShortDescription", "sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage", "sendChatAction", "answerCallbackQuery",
        "getFile", "getChat", "leaveChat",
    };

    /// <summary>Presses that were answered, by their id.</summary>
    public IReadOnlyDictionary<string, string> Answered => _answered;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _answered = new();

    private async Task<(int Status, JsonObject Body)> CarryOutAsync(BotCall call, CancellationToken cancellationToken)
    {
        var arguments = call.Arguments;
        return call.Method switch
        {
            "getMe" => (200, Result(new JsonObject { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "Casa", ["username"] = "casa_bot" })),
            "getUpdates" => await GetUpdatesAsync(arguments, cancellationToken),
            "setWebhook" => SetWebhook(arguments),
            "deleteWebhook" => Forget("webhook"),
            "getWebhookInfo" => (200, Result(WebhookInfo())),
            "setMyCommands" => Keep(Key("commands", arguments), arguments["commands"]!),
            "getMyCommands" => (200, Result(Kept(Key("commands", arguments))?.DeepClone() ?? new JsonArray())),
            "deleteMyCommands" => Forget(Key("commands", arguments)),
            "setMyDescription" => Keep(Key("description", arguments), arguments["description"] ?? ""),
            "getMyDescription" => (200, Result(new JsonObject { ["description"] = Kept(Key("description", arguments))?.DeepClone() ?? "" })),
            "setMyShortDescription" => Keep(Key("short", arguments), arguments["short_description"] ?? ""),
            "getMyShortDescription" => (200, Result(new JsonObject { ["short_description"] = Kept(Key("short", arguments))?.DeepClone() ?? "" })),
            "sendMessage" => Send(call),
            "editMessageText" => Edit(call, text: true),
            "editMessageReplyMarkup" => Edit(call, text: false),
            "deleteMessage" => Delete(call),
            "sendChatAction" => Chat(call.Chat).Blocked ? Blocked() : (200, Result(true)),
            "answerCallbackQuery" => Answer(arguments),
            "getFile" => GetFile(arguments["file_id"]!.GetValue<string>()),
            "getChat" => (200, Result(ChatJson(call.Chat))),
            "leaveChat" => (200, Result(true)),
            _ => (404, Error(404, "Not Found: the fake does not serve it")),
        };
    }

    private (int, JsonObject) Send(BotCall call)
    {
        var chat = Chat(call.Chat);
        if (chat.Blocked)
        {
            return Blocked();
        }

        if (FloodControl && call.At < chat.FreeAt)
        {
            var wait = (int)Math.Ceiling((chat.FreeAt - call.At).TotalSeconds);
            var flood = Error(429, $"Too Many Requests: retry after {wait}");
            flood["parameters"] = new JsonObject { ["retry_after"] = wait };
            return (429, flood);
        }

        if (TextOf(call.Arguments) is not { Fault: null } said)
        {
            return BadRequest(TextOf(call.Arguments).Fault!);
        }

        if (MarkupFault(call.Arguments["reply_markup"]) is { } wrong)
        {
            return BadRequest(wrong);
        }

        chat.FreeAt = call.At.AddSeconds(1);
        var message = chat.Add(call.At);
        Show(message, said.Text, call.Arguments["reply_markup"]);
        return (200, Result(MessageJson(chat, message)));
    }

    private (int, JsonObject) Edit(BotCall call, bool text)
    {
        var chat = Chat(call.Chat);
        if (chat.Blocked)
        {
            return Blocked();
        }

        if (chat.Find(call.Arguments["message_id"]!.GetValue<int>()) is not { } message)
        {
            return BadRequest("message to edit not found");
        }

        var said = text ? TextOf(call.Arguments) : (message.Text, null);
        if (said.Fault is not null)
        {
            return BadRequest(said.Fault);
        }

        if (MarkupFault(call.Arguments["reply_markup"]) is { } wrong)
        {
            return BadRequest(wrong);
        }

        if (said.Text == message.Text && JsonNode.DeepEquals(message.Markup, call.Arguments["reply_markup"]))
        {
            return BadRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        Show(message, said.Text, call.Arguments["reply_markup"]);
        message.Edits++;
        message.EditedAt = call.At;
        return (200, Result(MessageJson(chat, message)));
    }

    private (int, JsonObject) Delete(BotCall call)
    {
        if (Chat(call.Chat).Find(call.Arguments["message_id"]!.GetValue<int>()) is not { } message)
        {
            return BadRequest("message to delete not found");
        }

        message.Deleted = true;
        return (200, Result(true));
    }

    private (int, JsonObject) Answer(JsonObject arguments)
    {
        var id = arguments["callback_query_id"]!.GetValue<string>();
        return _presses.ContainsKey(id) && _answered.TryAdd(id, arguments["text"]?.GetValue<string>() ?? "")
            ? (200, Result(true)) : BadRequest("query is too old and response timeout expired or query ID is invalid");
    }

    private (int, JsonObject) GetFile(string id) => Files.TryGetValue(id, out var bytes)
        ? (200, Result(new JsonObject { ["file_id"] = id, ["file_unique_id"] = $"u{id}", ["file_size"] = bytes.Length, ["file_path"] = $"documents/{id}.bin" }))
        : BadRequest("wrong file_id or the file is temporarily unavailable");

    private static (string Text, string? Fault) TextOf(JsonObject arguments)
    {
        var raw = arguments["text"]?.GetValue<string>() ?? "";
        if (raw.Where((letter, place) => char.IsSurrogate(letter) && !IsPaired(raw, place)).Any())
        {
            return ("", "strings must be encoded in UTF-8");
        }

        var (text, fault) = arguments["parse_mode"]?.GetValue<string>().ToUpperInvariant() switch
        {
            null => (raw, null),
            "HTML" => BotHtml.Read(raw),
            var other => ("", $"unsupported parse_mode {other}"),
        };
        return fault is not null ? ("", $"can't parse entities: {fault}")
            : text.Trim().Length == 0 ? ("", "message text is empty")
            : text.Length > MostCharacters ? ("", "message is too long")
            : (text.Trim(), null);
    }

    private static bool IsPaired(string text, int place) => char.IsHighSurrogate(text[place])
        ? place + 1 < text.Length && char.IsLowSurrogate(text[place + 1])
        : place > 0 && char.IsHighSurrogate(text[place - 1]);

    private static IEnumerable<JsonObject> ButtonsOf(JsonNode? markup) =>
        markup?["inline_keyboard"]?.AsArray().SelectMany(row => row!.AsArray()).Select(button => button!.AsObject()) ?? [];

    private static string? MarkupFault(JsonNode? markup)
    {
        foreach (var button in ButtonsOf(markup))
        {
            if (button["text"]!.GetValue<string>().Length == 0)
            {
                return "text buttons must not be empty";
            }

            if (button["callback_data"]?.GetValue<string>() is { } data && System.Text.Encoding.UTF8.GetByteCount(data) is < 1 or > 64)
            {
                return "BUTTON_DATA_INVALID";
            }
        }

        return ButtonsOf(markup).Count() > 100 ? "reply markup is too long" : null;
    }

    private static void Show(SeenMessage message, string text, JsonNode? markup)
    {
        message.Text = text;
        message.Markup = markup?.DeepClone();
        message.Buttons = [.. ButtonsOf(markup).Select(button => (button["text"]!.GetValue<string>(), button["callback_data"]?.GetValue<string>() ?? ""))];
    }

    private static JsonObject MessageJson(SeenChat chat, SeenMessage message)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["date"] = message.At.ToUnixTimeSeconds(),
            ["chat"] = ChatJson(chat.Id),
            ["from"] = new JsonObject { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "Casa" },
            ["text"] = message.Text,
        };
        if (message.EditedAt is { } edited)
        {
            json["edit_date"] = edited.ToUnixTimeSeconds();
        }

        return json;
    }

    private JsonNode? Kept(string key) => Settings.GetValueOrDefault(key);

    private (int, JsonObject) Keep(string key, JsonNode value)
    {
        Settings[key] = value.DeepClone();
        return (200, Result(true));
    }

    private (int, JsonObject) Forget(string key)
    {
        Settings.TryRemove(key, out _);
        return (200, Result(true));
    }

    private static string Key(string what, JsonObject arguments) => $"{what}:{arguments["language_code"]?.GetValue<string>()}:{arguments["scope"]?["type"]?.GetValue<string>()}";

    private static (int, JsonObject) BadRequest(string why) => (400, Error(400, $"Bad Request: {why}"));

    private static (int, JsonObject) Blocked() => (403, Error(403, "Forbidden: bot was blocked by the user"));
}
