using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>What a bot does with messages. Each method refuses as Telegram does, before it has changed anything.</summary>
internal sealed class BotMessages(FakeBotApi api, BotFiles files)
{
    private const string Unknown = "chat not found";
    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);
    private static readonly string[] Busy =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker", "find_location",
        "record_video_note", "upload_video_note",
    ];

    public JsonNode Send(BotCall call)
    {
        var (chat, text, markup) = (Open(call), BotText.Message(call), BotMarkup.Read(call));
        return Put(chat, call, text, "text", markup, null);
    }

    public JsonNode SendPhoto(BotCall call) => SendFile(call, "photo", BotFiles.Photo);

    public JsonNode SendDocument(BotCall call) => SendFile(call, "document", file =>
    {
        var document = BotFiles.Json(file);
        document["file_name"] = file.Name;
        return document;
    });

    public JsonNode EditText(BotCall call)
    {
        var (chat, message, text, markup) = (Open(call), Mine(call, "edit"), BotText.Message(call), BotMarkup.Read(call));
        if (message.File is not null)
        {
            throw BotRefusal.Bad("there is no text in the message to edit");
        }

        return Edit(chat, message, text, markup);
    }

    public JsonNode EditMarkup(BotCall call)
    {
        var (chat, message, markup) = (Open(call), Mine(call, "edit"), BotMarkup.Read(call));
        return Edit(chat, message, new BotText(message.Text, message.Entities), markup);
    }

    public JsonNode Delete(BotCall call)
    {
        var chat = Open(call);
        var message = chat.Find((int)(call.Number("message_id") ?? 0)) ?? throw BotRefusal.Bad("message to delete not found");
        if (api.Clock.GetUtcNow() - message.At > DeletableFor || (chat.IsGroup && !message.FromBot))
        {
            throw BotRefusal.Bad("message can't be deleted for everyone");
        }

        chat.Change(message.Id, gone => gone with { Deleted = true });
        return true;
    }

    public JsonNode SetBusy(BotCall call)
    {
        var chat = Open(call);
        if (!Busy.Contains(call.String("action")))
        {
            throw BotRefusal.Bad("wrong parameter action in request");
        }

        chat.BusyAt = api.Clock.GetUtcNow();
        return true;
    }

    public JsonNode AnswerPress(BotCall call)
    {
        var press = api.FindPress(call.String("callback_query_id")!) ?? throw BotRefusal.Bad("query is too old and response timeout expired or query ID is invalid");
        if (call.String("text") is { Length: > 200 })
        {
            throw BotRefusal.Bad("MESSAGE_TOO_LONG");
        }

        (press.AnsweredAt, press.Answer, press.Alert) = (press.AnsweredAt ?? api.Clock.GetUtcNow(), call.String("text"), call.Is("show_alert"));
        return true;
    }

    public JsonNode GetChat(BotCall call)
    {
        var chat = api.FindChat(call.Chat) ?? throw BotRefusal.Bad(Unknown);
        var full = chat.ToJson(api.Person(chat.Id));
        (full["accent_color_id"], full["max_reaction_count"]) = (0, 11);
        full["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false, ["limited_gifts"] = false, ["unique_gifts"] = false, ["premium_subscription"] = false, ["gifts_from_channels"] = false,
        };
        return full;
    }

    public JsonNode Leave(BotCall call)
    {
        var chat = Open(call);
        if (!chat.IsGroup)
        {
            throw BotRefusal.Bad("chat member status can't be changed in private chats");
        }

        chat.Shut = "bot is not a member of the group chat";
        return true;
    }

    /// <summary>The chat, if the bot may speak there.</summary>
    private SeenChat Open(BotCall call)
    {
        var chat = api.FindChat(call.Chat) ?? throw BotRefusal.Bad(Unknown);
        return chat switch
        {
            { UpgradedTo: { } to } => throw new BotRefusal(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigratedTo = to },
            { Blocked: true } => throw BotRefusal.Forbidden("bot was blocked by the user"),
            { Shut: { } why } => throw BotRefusal.Forbidden(why),
            _ => chat,
        };
    }

    private SeenMessage Mine(BotCall call, string act) =>
        Open(call).Find((int)(call.Number("message_id") ?? 0)) is not { } message ? throw BotRefusal.Bad($"message to {act} not found")
        : message.FromBot ? message : throw BotRefusal.Bad($"message can't be {act}ed");

    private JsonNode SendFile(BotCall call, string kind, Func<BotFile, JsonNode> json)
    {
        var (chat, caption, markup) = (Open(call), BotText.Caption(call), BotMarkup.Read(call));
        var file = files.Sent(call, kind);
        return Put(chat, call, caption, "caption", markup, (file, kind, json(file)));
    }

    private JsonNode Put(
        SeenChat chat, BotCall call, BotText text, string name, (JsonNode? Json, IReadOnlyList<SeenButton> Buttons) markup, (BotFile File, string Kind, JsonNode Json)? file)
    {
        var repliesTo = Answered(chat, call);
        api.Flood.Pass(chat);
        return chat.Add(api.Clock.GetUtcNow(), message =>
        {
            var json = api.Envelope(chat, FakeBotApi.Me(), message.Id, message.At);
            Write(json, text, name, markup.Json);
            if (file is { } one)
            {
                json[one.Kind] = one.Json;
            }

            if (repliesTo is not null)
            {
                json["reply_to_message"] = FakeBotApi.Quoted(repliesTo);
            }

            return message with
            {
                FromBot = true, Text = text.Text, Entities = text.Entities, Buttons = markup.Buttons, File = file?.File, ReplyTo = repliesTo?.Id, Json = json,
            };
        }).Json.DeepClone();
    }

    private JsonNode Edit(SeenChat chat, SeenMessage message, BotText text, (JsonNode? Json, IReadOnlyList<SeenButton> Buttons) markup)
    {
        if (message.Text == text.Text && message.Entities.SequenceEqual(text.Entities) && message.Buttons.SequenceEqual(markup.Buttons))
        {
            throw BotRefusal.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        api.FloodEdit(chat);
        var now = api.Clock.GetUtcNow();
        return chat.Change(message.Id, before =>
        {
            var json = before.Json.DeepClone().AsObject();
            Write(json, text, before.File is null ? "text" : "caption", markup.Json);
            json["edit_date"] = now.ToUnixTimeSeconds();
            return before with
            {
                Text = text.Text, Entities = text.Entities, Buttons = markup.Buttons, Json = json, EditedAt = now, Earlier = [.. before.Earlier, before.Text],
            };
        }).Json.DeepClone();
    }

    private static SeenMessage? Answered(SeenChat chat, BotCall call)
    {
        if (call.Get("reply_parameters") is not { } reply)
        {
            return null;
        }

        var lenient = reply.TryGetProperty("allow_sending_without_reply", out var may) && may.GetBoolean();
        return chat.Find(reply.GetProperty("message_id").GetInt32()) ?? (lenient ? null : throw BotRefusal.Bad("message to be replied not found"));
    }

    private static void Write(JsonObject json, BotText text, string name, JsonNode? markup)
    {
        text.WriteTo(json, name);
        json.Remove("reply_markup");
        if (markup is not null)
        {
            json["reply_markup"] = markup;
        }
    }
}
