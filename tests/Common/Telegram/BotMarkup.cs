using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>The buttons of a call, within Telegram's limits.</summary>
internal static class BotMarkup
{
    private const int MostButtons = 100;
    private const int MostInARow = 8;
    private const int MostBytes = 64;
    private static readonly string[] Looks = ["text", "style", "icon_custom_emoji_id"];

    /// <summary>The inline keyboard of a call and what a person sees of it; none where it has none, or another kind of keyboard.</summary>
    public static (JsonNode? Json, IReadOnlyList<SeenButton> Buttons) Read(BotCall call)
    {
        if (call.Get("reply_markup") is not { ValueKind: JsonValueKind.Object } markup || !markup.TryGetProperty("inline_keyboard", out var keyboard))
        {
            return (null, []);
        }

        var rows = keyboard.EnumerateArray().Where(row => row.GetArrayLength() > 0).ToList();
        if (rows.Exists(row => row.GetArrayLength() > MostInARow) || rows.Sum(row => row.GetArrayLength()) > MostButtons)
        {
            throw BotRefusal.Bad("reply markup is too long");
        }

        var buttons = rows.SelectMany((row, at) => row.EnumerateArray().Select(button => Read(button, at))).ToList();
        return buttons.Count == 0 ? (null, []) : (JsonNode.Parse(markup.GetRawText()), buttons);
    }

    private static SeenButton Read(JsonElement button, int row)
    {
        var text = button.GetProperty("text").GetString()!;
        var acts = button.EnumerateObject().Count(part => !Looks.Contains(part.Name));
        if (text.Trim().Length == 0 || acts == 0)
        {
            throw BotRefusal.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }

        if (acts > 1)
        {
            throw BotRefusal.Bad("can't parse inline keyboard button: it does more than one thing");
        }

        return new SeenButton(text, row) { Data = Data(button), Url = Url(button) };
    }

    private static string Data(JsonElement button) =>
        !button.TryGetProperty("callback_data", out var data) ? ""
        : Encoding.UTF8.GetByteCount(data.GetString()!) is > 0 and <= MostBytes ? data.GetString()! : throw BotRefusal.Bad("BUTTON_DATA_INVALID");

    private static string? Url(JsonElement button)
    {
        if (!button.TryGetProperty("url", out var url))
        {
            return null;
        }

        var right = Uri.TryCreate(url.GetString(), UriKind.Absolute, out var read) && (read.Scheme == "tg" || (read.Scheme is "http" or "https" && read.Host.Contains('.', StringComparison.Ordinal)));
        return right ? url.GetString() : throw BotRefusal.Bad($"inline keyboard button URL '{url.GetString()}' is invalid: Wrong HTTP URL");
    }
}
