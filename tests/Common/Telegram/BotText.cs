using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A text as Telegram keeps it: marks read, control characters and blanks at its ends gone, within its limits.</summary>
/// <param name="Text">What a person reads.</param>
/// <param name="Entities">What stands out in it.</param>
internal sealed partial record BotText(string Text, IReadOnlyList<SeenEntity> Entities)
{
    private const int MostOfText = 4096;
    private const int MostOfCaption = 1024;

    /// <summary>The text of a call.</summary>
    public static BotText Message(BotCall call)
    {
        var text = Read(call, "text", "entities");
        return text.Text.Length switch
        {
            0 => throw BotRefusal.Bad("message text is empty"),
            > MostOfText => throw BotRefusal.Bad("message is too long"),
            _ => text,
        };
    }

    /// <summary>The caption of a call; it may be empty.</summary>
    public static BotText Caption(BotCall call) =>
        Read(call, "caption", "caption_entities") is { Text.Length: <= MostOfCaption } caption ? caption : throw BotRefusal.Bad("message caption is too long");

    /// <summary>What a person wrote: their app marks commands and links.</summary>
    public static BotText Typed(string text) => new(text, [.. Marked().Matches(text).Select(found => new SeenEntity(found.Value[0] == '/' ? "bot_command" : "url", found.Index, found.Length))]);

    /// <summary>Puts it into a message in Telegram's form.</summary>
    /// <param name="json">The message.</param>
    /// <param name="name"><c>text</c> or <c>caption</c>.</param>
    public void WriteTo(JsonObject json, string name)
    {
        var marks = name == "text" ? "entities" : "caption_entities";
        json.Remove(name);
        json.Remove(marks);
        if (Text.Length > 0)
        {
            json[name] = Text;
        }

        if (Entities.Count > 0)
        {
            json[marks] = new JsonArray([.. Entities.Select(ToJson)]);
        }
    }

    private static JsonObject ToJson(SeenEntity entity)
    {
        var json = new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length };
        if (entity.Url is { } url)
        {
            json["url"] = url;
        }

        if (entity.Language is { } language)
        {
            json["language"] = language;
        }

        return json;
    }

    private static BotText Read(BotCall call, string name, string marks)
    {
        var text = call.String(name) ?? "";
        var (read, entities) = call.String("parse_mode")?.ToUpperInvariant() switch
        {
            "HTML" => BotHtml.Read(text),
            null or "" => (text, Given(text, call.Get(marks))),
            _ => throw BotRefusal.Bad("unsupported parse_mode"),
        };
        return Clean(read, entities);
    }

    private static List<SeenEntity> Given(string text, JsonElement? marks)
    {
        var given = marks?.EnumerateArray().Select(mark => new SeenEntity(mark.GetProperty("type").GetString()!, mark.GetProperty("offset").GetInt32(), mark.GetProperty("length").GetInt32())
        {
            Url = mark.TryGetProperty("url", out var url) ? url.GetString() : null,
            Language = mark.TryGetProperty("language", out var language) ? language.GetString() : null,
        }).ToList() ?? [];
        return given.TrueForAll(mark => mark.Offset >= 0 && mark.Length > 0 && mark.Offset + mark.Length <= text.Length)
            ? given : throw BotRefusal.Bad("entity beyond the end of the text");
    }

    private static BotText Clean(string text, IReadOnlyList<SeenEntity> entities)
    {
        var shown = string.Concat(text.Select(letter => char.IsControl(letter) && letter != '\n' ? ' ' : letter));
        var start = shown.Length - shown.TrimStart().Length;
        var trimmed = shown.Trim();
        return new BotText(trimmed, [.. entities.Select(entity => Within(entity, start, trimmed.Length)).Where(entity => entity.Length > 0)]);
    }

    private static SeenEntity Within(SeenEntity entity, int start, int length)
    {
        var (from, to) = (Math.Clamp(entity.Offset - start, 0, length), Math.Clamp(entity.Offset + entity.Length - start, 0, length));
        return entity with { Offset = from, Length = to - from };
    }

    [GeneratedRegex(@"(?<=^|\s)/[A-Za-z0-9_]{1,32}(?:@\w+)?(?=\s|$)|https?://[^\s]+")]
    private static partial Regex Marked();
}
