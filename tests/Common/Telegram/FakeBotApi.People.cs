using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TbPersonalOs.Common.Telegram;

/// <summary>What people do at Telegram; the bot is told of each. Unless it is said who does it, it is the chat's person.</summary>
public sealed partial class FakeBotApi
{
    private readonly ConcurrentDictionary<long, BotPerson> _people = new();
    private int _lastPress;

    /// <summary>Somebody at Telegram.</summary>
    public BotPerson Person(long id) => _people.GetOrAdd(id, one => new BotPerson(one));

    /// <summary>Says what somebody is called, and which language their app has.</summary>
    public void Introduce(BotPerson person) => _people[person.Id] = person;

    /// <summary>Writes a message.</summary>
    public SeenMessage Say(long chat, string text, long? from = null) => Put(chat, from, text, "text");

    /// <summary>Writes a message that is told with a change of one's own.</summary>
    public SeenMessage Say(long chat, string text, Action<JsonObject> more) => Put(chat, null, text, "text", more);

    /// <summary>Writes in answer to a message.</summary>
    public SeenMessage Reply(long chat, SeenMessage to, string text, long? from = null) => Put(chat, from, text, "text", json =>
        json["reply_to_message"] = Quoted(Chat(chat).Find(to.Id) ?? to));

    /// <summary>Forwards what somebody else wrote, who does not show who they are.</summary>
    public SeenMessage Forward(long chat, string text, string author = "Banco do Brasil", long? from = null) => Put(chat, from, text, "text", json =>
        json["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = author, ["date"] = Clock.GetUtcNow().ToUnixTimeSeconds() });

    /// <summary>Speaks.</summary>
    public SeenMessage Voice(long chat, byte[] bytes, int seconds = 3, long? from = null) =>
        PutFile(chat, from, "", "voice", _files.Add("voice", "voice.oga", "audio/ogg", bytes), json => json["duration"] = seconds);

    /// <summary>Sends a recording or music.</summary>
    public SeenMessage Audio(long chat, byte[] bytes, string name = "gravação.mp3", int seconds = 3, long? from = null) =>
        PutFile(chat, from, "", "audio", _files.Add("music", name, "audio/mpeg", bytes), json => (json["duration"], json["file_name"]) = (seconds, name));

    /// <summary>Sends a photo.</summary>
    public SeenMessage Photo(long chat, byte[] bytes, string caption = "", long? from = null)
    {
        var file = _files.Add("photos", "photo.jpg", "image/jpeg", bytes);
        return Put(chat, from, caption, "caption", json => json["photo"] = BotFiles.Photo(file), file);
    }

    /// <summary>Sends a file.</summary>
    public SeenMessage Document(long chat, byte[] bytes, string name = "boleto.pdf", string mimeType = "application/pdf", string caption = "", long? from = null) =>
        PutFile(chat, from, caption, "document", _files.Add("documents", name, mimeType, bytes), json => json["file_name"] = name);

    /// <summary>Sends where one is.</summary>
    public SeenMessage Location(long chat, double latitude = -23.5505, double longitude = -46.6333, long? from = null) =>
        Put(chat, from, "", "text", json => json["location"] = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude });

    /// <summary>Sends somebody's card.</summary>
    public SeenMessage Contact(long chat, string phone = "+5511999990000", string name = "Bia", long? from = null) =>
        Put(chat, from, "", "text", json => json["contact"] = new JsonObject { ["phone_number"] = phone, ["first_name"] = name });

    /// <summary>Throws a die: a message in which there is nothing to understand.</summary>
    public SeenMessage Dice(long chat, long? from = null) =>
        Put(chat, from, "", "text", json => json["dice"] = new JsonObject { ["emoji"] = "🎲", ["value"] = 4 });

    /// <summary>Changes what one wrote. Returns it as it stands, with the number of the update.</summary>
    public SeenMessage Edit(SeenMessage message, string text)
    {
        var now = Clock.GetUtcNow();
        var after = Chat(message.Chat).Change(message.Id, before =>
        {
            var (json, typed) = (before.Json.DeepClone().AsObject(), BotText.Typed(text));
            typed.WriteTo(json, json.ContainsKey("text") ? "text" : "caption");
            json["edit_date"] = now.ToUnixTimeSeconds();
            return before with { Text = text, Entities = typed.Entities, Json = json, EditedAt = now, Earlier = [.. before.Earlier, before.Text] };
        });
        return Told(after, "edited_message");
    }

    /// <summary>Takes a message away from the chat. The bot is not told.</summary>
    public void Remove(SeenMessage message) => Chat(message.Chat).Change(message.Id, gone => gone with { Deleted = true });

    /// <summary>Presses a button of a message as the person saw it; by then it may look otherwise.</summary>
    public SeenPress Press(long chat, SeenMessage message, string button, long? from = null) =>
        PressData(chat, message, (message.Buttons.FirstOrDefault(one => one.Text == button) ?? throw new ArgumentException($"No button \"{button}\" stands under {message}", nameof(button))).Data, from);

    /// <summary>Presses a button under the newest message of the bot that has it.</summary>
    public SeenPress Press(long chat, string button, long? from = null) =>
        Press(chat, Chat(chat).Messages.LastOrDefault(one => one.Buttons.Any(two => two.Text == button)) ?? throw new ArgumentException($"No button \"{button}\" stands in the chat.", nameof(button)), button, from);

    /// <summary>Sends what a button would send, also where no such button stands: an old card, or a forged one.</summary>
    public SeenPress PressData(long chat, SeenMessage message, string data, long? from = null)
    {
        var (id, by, now) = ($"77{Interlocked.Increment(ref _lastPress):D16}", Speaker(chat, from), Clock.GetUtcNow());
        var query = new JsonObject
        {
            ["id"] = id, ["from"] = by.ToJson(), ["chat_instance"] = (chat * 31).ToString(CultureInfo.InvariantCulture), ["data"] = data,
            ["message"] = Chat(chat).Find(message.Id)?.Json.DeepClone()
                ?? new JsonObject { ["chat"] = Chat(chat).ToJson(Person(chat)), ["message_id"] = message.Id, ["date"] = 0 },
        };

        // Known before it is told: the bot may answer before this returns.
        var press = _presses[id] = new SeenPress(id, chat, by.Id, data, now);
        press.UpdateId = Tell("callback_query", query, chat);
        return press;
    }

    /// <summary>Blocks the bot, or takes it back.</summary>
    public int Block(long chat, bool blocked = true)
    {
        Chat(chat).Blocked = blocked;
        return Member(chat, chat, blocked ? "member" : "kicked", blocked ? "kicked" : "member");
    }

    /// <summary>Takes the bot into a group.</summary>
    public int Invite(long group, long from)
    {
        Chat(group).Shut = null;
        return Member(group, from, "left", "member");
    }

    /// <summary>Puts the bot out of a group.</summary>
    public int Expel(long group, long from)
    {
        Chat(group).Shut = "bot was kicked from the group chat";
        return Member(group, from, "member", "kicked");
    }

    /// <summary>Makes a group a supergroup. Returns its new id.</summary>
    public long Upgrade(long group, long from)
    {
        var to = group - 1_000_000_000_000;
        Put(group, from, "", "text", json => json["migrate_to_chat_id"] = to);
        Chat(group).UpgradedTo = to;
        Put(to, from, "", "text", json => json["migrate_from_chat_id"] = group);
        return to;
    }

    /// <summary>Whatever else may happen, in Telegram's form. Returns the update's number.</summary>
    public int Happen(string kind, JsonObject what, long chat = 0) => Tell(kind, what, chat);

    /// <summary>Something of a kind that Telegram has invented since: no contract knows it.</summary>
    public int HappenUnknown(string kind = "hologram", JsonNode? what = null, long chat = 0) => _link.Tell(kind, what ?? new JsonObject(), chat, foreign: true);

    private BotPerson Speaker(long chat, long? from) => Person(from ?? Math.Abs(chat));

    private SeenMessage PutFile(long chat, long? from, string caption, string kind, BotFile file, Action<JsonObject> more) => Put(chat, from, caption, "caption", json =>
    {
        var described = BotFiles.Json(file);
        more(described);
        json[kind] = described;
    }, file);

    private SeenMessage Put(long chat, long? from, string text, string name, Action<JsonObject>? more = null, BotFile? file = null)
    {
        var (speaker, typed) = (Speaker(chat, from).ToJson(), BotText.Typed(text));
        var said = Chat(chat).Add(Clock.GetUtcNow(), message =>
        {
            var json = Envelope(Chat(chat), speaker, message.Id, message.At);
            typed.WriteTo(json, name);
            more?.Invoke(json);
            return message with
            {
                Text = text, Entities = typed.Entities, File = file, Json = json, ReplyTo = json["reply_to_message"]?["message_id"]?.GetValue<int>(),
            };
        });
        return Told(said, "message");
    }

    private SeenMessage Told(SeenMessage message, string kind)
    {
        var id = Tell(kind, message.Json.DeepClone(), message.Chat);
        return Chat(message.Chat).Change(message.Id, told => told with { UpdateId = id });
    }

    private int Member(long chat, long from, string before, string after) => Tell("my_chat_member", new JsonObject
    {
        ["chat"] = Chat(chat).ToJson(Person(chat)), ["from"] = Person(from).ToJson(), ["date"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["old_chat_member"] = Status(before), ["new_chat_member"] = Status(after),
    }, chat);

    private static JsonObject Status(string status)
    {
        var member = new JsonObject { ["status"] = status, ["user"] = Me() };
        if (status == "kicked")
        {
            member["until_date"] = 0;
        }

        return member;
    }

    private int Tell(string kind, JsonNode what, long chat)
    {
        var update = JsonSerializer.SerializeToElement(new JsonObject { ["update_id"] = 0, [kind] = what.DeepClone() });
        _brokenWasSaid |= update.GetRawText().Contains("\\uFFFD", StringComparison.OrdinalIgnoreCase);
        foreach (var one in BotContract.CheckUpdate(update))
        {
            Invalid.Enqueue($"our own update: {one}");
        }

        var id = _link.Tell(kind, what, chat, foreign: false);
        _signal.Pulse();
        return id;
    }
}
